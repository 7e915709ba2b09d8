package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;

class QuarantineTest {
    @TempDir
    Path folder;

    private Corridor house;
    private Quarantine quarantine;

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        quarantine = new Quarantine(house.catalog, house.store, house.rows.duplicateBook(), Corridor.CLOCK);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Document secret(Document paper) {
        return house.change(paper, c -> c.object(house.store.put(
                        Corridor.DOSSIER.receivingUnit(),
                        ObjectRole.RESTRICTED,
                        Corridor.bytes(paper.source().name())))
                .status(DigitisationStatus.QUARANTINED)
                .problem(Problem.SECRET_MARK, ""));
    }

    @Test
    void theOrdinaryCopyGoesOnceAndTheProblemStays() throws IOException {
        Document paper = secret(house.receive("a.pdf"));
        assertThat(quarantine.finish()).isEqualTo(1);
        assertThat(quarantine.finish()).isZero();
        assertThat(house.keys()).singleElement().asString().startsWith("restricted/");
        assertThat(house.now(paper).problem()).isEqualTo(Problem.SECRET_MARK);
        assertThat(house.now(paper).object("MASTER")).isEmpty();
        assertThat(house.rows.auditTrail().history(paper.id())).last().satisfies(e -> assertThat(e.step())
                .isEqualTo("CACH_LY"));
    }

    @Test
    void noPictureOfAPaperWithASecrecyMarkStaysHoweverSmall() {
        Document paper = house.receive("a.pdf");
        house.rows.duplicateBook().keepPrint(paper.id(), "AB");
        secret(paper);
        quarantine.finish();
        assertThat(house.rows.duplicateBook().print(paper.id())).isEmpty();
    }

    @Test
    void aMoveThatDiedHalfWayIsFinished() {
        Document paper = secret(house.receive("a.pdf"));
        house.store.discard(new ObjectKey(paper.object("MASTER").orElseThrow().key()));
        assertThat(quarantine.finish()).isEqualTo(1);
        assertThat(house.now(paper).object("MASTER")).isEmpty();
    }

    @Test
    void bytesThatAnotherPaperNamesStayUntilTheLastOneIsMoved() throws IOException {
        Document first = house.receive("a.pdf");
        // the same bytes under another name: same source hash, same object
        Document twin = house.receiveAgain(first, "bản sao.pdf");
        secret(first);
        quarantine.finish();
        assertThat(house.store.contains(
                        new ObjectKey(twin.object("MASTER").orElseThrow().key())))
                .isTrue();
        secret(twin);
        assertThat(quarantine.finish()).isEqualTo(1);
        assertThat(house.keys()).noneMatch(key -> key.startsWith("master/"));
    }

    @Test
    void theTwinInTheSameDeliveryLosesItsOrdinaryCopyToo() throws IOException {
        Document first = house.receive("a.pdf");
        Document twin = house.change(
                house.receiveAgain(first, "bản sao.pdf"), c -> c.outOfScope(ScopeReason.DUPLICATE_IN_BATCH));
        secret(first);
        assertThat(quarantine.finish()).isEqualTo(1);
        assertThat(house.keys()).noneMatch(key -> key.startsWith("master/"));
        assertThat(house.now(twin).object("RESTRICTED")).isPresent();
        assertThat(house.now(twin).scope()).isEqualTo(ScopeReason.DUPLICATE_IN_BATCH);
    }

    @Test
    void otherQuarantinedPapersKeepTheirMaster() {
        Document broken = house.change(house.receive("a.pdf"), c -> c.status(DigitisationStatus.QUARANTINED)
                .problem(Problem.FILE_DAMAGED, ""));
        assertThat(quarantine.finish()).isZero();
        assertThat(house.now(broken).object("MASTER")).isPresent();
    }

    @Test
    void onlyOpenPapersAreTriedAgain() {
        Document secret = secret(house.receive("a.pdf"));
        Document broken = house.change(house.receive("b.pdf"), c -> c.status(DigitisationStatus.QUARANTINED)
                .problem(Problem.READER_DIED, "x"));
        Document fine = house.receive("c.pdf");
        RetryDocument retry = new RetryDocument(house.catalog, Corridor.CLOCK);
        assertThat(retry.retry(Corridor.DOSSIER.code(), "Lê Thị Mẫu")).containsExactly(broken.id());
        assertThat(house.now(broken).status()).isEqualTo(DigitisationStatus.RECEIVED);
        assertThat(house.now(broken).problem()).isNull();
        assertThat(house.now(secret)).isEqualTo(secret);
        assertThat(house.now(fine)).isEqualTo(fine);
        assertThat(house.rows.auditTrail().history(broken.id()))
                .last()
                .satisfies(e -> assertThat(e.actor() + " " + e.detail()).isEqualTo("Lê Thị Mẫu READER_DIED"));
        assertThat(retry.retry(Corridor.DOSSIER.code(), "Lê Thị Mẫu")).isEmpty();
    }
}
