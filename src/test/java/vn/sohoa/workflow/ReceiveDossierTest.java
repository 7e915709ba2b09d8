package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.RunResult;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.Sha256;

class ReceiveDossierTest {
    private static final String CODE = "H15.12-261102-0042";
    private static final String OTHER = "H15.12-261102-0043";

    @TempDir
    Path folder;

    private Corridor house;
    private Path inbox;
    private ReceiveDossier receive;

    @BeforeEach
    void open() throws IOException {
        house = new Corridor(folder);
        inbox = Files.createDirectories(folder.resolve("inbox"));
        receive = new ReceiveDossier(
                house.store,
                house.catalog,
                house.rows.handlingBook(),
                house.ledger,
                house.folders,
                house.whole(),
                Corridor.CLOCK);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void deliver(String code, String... filesAndContents) throws IOException {
        Path dossier = Files.createDirectories(inbox.resolve(code));
        for (int i = 0; i < filesAndContents.length; i += 2) {
            Files.writeString(dossier.resolve(filesAndContents[i]), filesAndContents[i + 1]);
        }
        Files.write(dossier.resolve(".ready"), new byte[0]);
    }

    private ReceiveDossier.Received receive() {
        return receive.receive(inbox, Duration.ZERO, house.run);
    }

    private List<Document> papers() {
        return house.catalog.documents(DocumentFilter.ALL);
    }

    @Test
    void aDeliveryIsInTheStoreAndTheCatalogueBeforeItsFolderMoves() throws IOException {
        deliver(CODE, "a.pdf", "một", "b.pdf", "hai");
        assertThat(receive()).isEqualTo(new ReceiveDossier.Received(1, 0, 0));
        assertThat(inbox.resolve(CODE)).doesNotExist();
        assertThat(inbox.resolve("done").resolve(CODE).resolve("a.pdf")).hasContent("một");
        assertThat(papers()).hasSize(2).allSatisfy(paper -> {
            assertThat(paper.object("MASTER").orElseThrow().sha256())
                    .isEqualTo(paper.source().sha256());
            assertThat(house.rows.auditTrail().history(paper.id())).hasSize(1);
        });
        assertThat(house.ledger.result(house.run).papers()).hasSize(2);
        try (var left = Files.list(house.folders.staging())) {
            assertThat(left).isEmpty();
        }
        assertThat(house.rows.check().violations()).containsExactly("run left open: " + house.run);
    }

    @Test
    void withoutAReceiptTheFolderStaysWhereItIs() throws IOException, SQLException {
        deliver(CODE, "a.pdf", "một");
        house.sql("alter table receipt rename to hidden");
        assertThat(receive().refused()).isEqualTo(1);
        assertThat(inbox.resolve(CODE).resolve("a.pdf")).exists();
        assertThat(papers()).isEmpty();
        house.sql("alter table hidden rename to receipt");
        assertThat(receive().received()).isEqualTo(1);
    }

    @Test
    void theSameDeliveryAgainGivesNothingNew() throws IOException {
        deliver(CODE, "a.pdf", "một", "b.pdf", "một");
        receive();
        List<Document> before = papers();
        deliver(CODE, "a.pdf", "một", "b.pdf", "một");
        assertThat(receive().received()).isEqualTo(1);
        assertThat(papers()).isEqualTo(before);
        assertThat(house.keys()).hasSize(1);
        assertThat(inbox.resolve(CODE)).doesNotExist();
    }

    @Test
    void aRefusedDeliveryStaysWithItsNoteAndStandsInTheLedgerWhileOthersGoOn() throws IOException {
        Files.createDirectories(inbox.resolve("hồ sơ mới"));
        Files.writeString(inbox.resolve("hồ sơ mới").resolve("a.pdf"), "một");
        Files.write(inbox.resolve("hồ sơ mới").resolve(".ready"), new byte[0]);
        deliver(CODE, "a.pdf", "một");
        for (int time = 1; time <= 2; time++) {
            assertThat(receive().refused()).isEqualTo(1);
        }
        assertThat(inbox.resolve("hồ sơ mới").resolve(".problem.json"))
                .content()
                .contains("DOSSIER_CODE_INVALID");
        assertThat(house.ledger.result(house.run).refused())
                .singleElement()
                .extracting(RunResult.Refused::problem)
                .isEqualTo(Problem.DOSSIER_CODE_INVALID);
        assertThat(papers()).hasSize(1);
    }

    @Test
    void theSameBytesTwiceInADossierAreOnePaperAndADuplicate() throws IOException {
        deliver(CODE, "a.pdf", "một", "b.pdf", "một", "c.pdf", "ba");
        receive();
        List<Document> papers = papers();
        assertThat(papers).extracting(Document::scope).containsExactly(null, ScopeReason.DUPLICATE_IN_BATCH, null);
        assertThat(papers.get(1).duplicateOf()).isEqualTo(papers.get(0).id());
    }

    @Test
    void twoEmptyFilesAreTwoFailedScansAndNoDuplicates() throws IOException {
        deliver(CODE, "a.pdf", "", "b.pdf", "");
        deliver(OTHER, "a.pdf", "");
        receive();
        assertThat(papers()).hasSize(3).allSatisfy(paper -> {
            assertThat(paper.scope()).isNull();
            assertThat(paper.duplicateOf()).isNull();
        });
    }

    @Test
    void bytesHeldFromAnotherDossierAreLinkedForAPersonToCompare() throws IOException {
        deliver(CODE, "a.pdf", "một");
        receive();
        deliver(OTHER, "giấy.pdf", "một");
        receive();
        Document later = house.catalog
                .documents(DocumentFilter.ofDossier(new DossierCode(OTHER)))
                .get(0);
        assertThat(later.duplicateOf()).isEqualTo(DocumentId.of(new DossierCode(CODE), "a.pdf", 1));
        assertThat(later.scope()).isNull();
    }

    @Test
    void otherBytesUnderTheNameAreTheNextVersionOfThePaper() throws IOException {
        deliver(CODE, "a.pdf", "một");
        receive();
        Document first = papers().get(0);
        deliver(CODE, "a.pdf", "hai");
        receive();
        deliver(CODE, "a.pdf", "hai");
        receive();
        assertThat(papers()).hasSize(2).contains(first);
        assertThat(house.catalog
                        .document(DocumentId.of(new DossierCode(CODE), "a.pdf", 2))
                        .orElseThrow()
                        .source()
                        .sha256())
                .isEqualTo(Sha256.of(Corridor.bytes("hai")));
        assertThat(house.catalog.document(first.id())).contains(first);
    }

    @Test
    void aStoreThatFailsLeavesTheDeliveryForLater() throws IOException {
        deliver(CODE, "a.pdf", "một");
        ReceiveDossier full = new ReceiveDossier(
                new FullStore(house.store),
                house.catalog,
                house.rows.handlingBook(),
                house.ledger,
                house.folders,
                house.whole(),
                Corridor.CLOCK);
        assertThat(full.receive(inbox, Duration.ZERO, house.run).refused()).isEqualTo(1);
        assertThat(inbox.resolve(CODE)).exists();
        assertThat(papers()).isEmpty();
        try (var left = Files.list(house.folders.staging())) {
            assertThat(left).isEmpty();
        }
        assertThat(receive().received()).isEqualTo(1);
    }

    /** A store without room for another object. */
    private record FullStore(vn.sohoa.storage.ObjectStore held) implements vn.sohoa.storage.ObjectStore {
        private static DigitisationException full() {
            return new DigitisationException(Problem.STORE_UNAVAILABLE, "full");
        }

        @Override
        public vn.sohoa.dossier.StoredObject put(
                vn.sohoa.dossier.AgencyCode agency, vn.sohoa.storage.ObjectRole role, Path file) {
            throw full();
        }

        @Override
        public vn.sohoa.dossier.StoredObject put(
                vn.sohoa.dossier.AgencyCode agency, vn.sohoa.storage.ObjectRole role, byte[] bytes) {
            throw full();
        }

        @Override
        public void adopt(vn.sohoa.storage.ObjectKey key, Sha256 expected, Path file) {
            throw full();
        }

        @Override
        public void adopt(vn.sohoa.storage.ObjectKey key, Sha256 expected, byte[] bytes) {
            throw full();
        }

        @Override
        public void copyTo(vn.sohoa.storage.ObjectKey key, Sha256 expected, Path target) {
            held.copyTo(key, expected, target);
        }

        @Override
        public byte[] read(vn.sohoa.storage.ObjectKey key, Sha256 expected) {
            return held.read(key, expected);
        }

        @Override
        public boolean contains(vn.sohoa.storage.ObjectKey key) {
            return held.contains(key);
        }

        @Override
        public void retain(vn.sohoa.storage.ObjectKey key, vn.sohoa.dossier.Retention retention) {
            held.retain(key, retention);
        }

        @Override
        public void discard(vn.sohoa.storage.ObjectKey key) {
            held.discard(key);
        }

        @Override
        public void forEach(java.util.function.Consumer<vn.sohoa.storage.ObjectKey> action) throws IOException {
            held.forEach(action);
        }
    }
}
