package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.catalog.ReuseEntry;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureVerdict;

class DeliverReusableTest {
    private static final DossierCode NEW_CASE = new DossierCode("H15.12-261120-0007");

    @TempDir
    Path folder;

    private Shelf shelf;
    private Path out;

    @BeforeEach
    void open() {
        shelf = new Shelf(folder);
        out = folder.resolve("out");
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private DeliverReusable.Delivered take(Document paper) {
        return shelf.deliver.take(paper.id(), NEW_CASE, "Lê Thị Mẫu", "khai sinh", out);
    }

    private void refuses(Problem problem, Document paper) throws IOException {
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> take(paper))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
        assertThat(shelf.rows.reuseBook().of(paper.id())).isEmpty();
        if (Files.exists(out)) {
            try (var left = Files.list(out)) {
                assertThat(left).isEmpty();
            }
        }
    }

    private Document approved(SignatureVerdict now) {
        return shelf.put("a.pdf", Held.paper("a.pdf"), now);
    }

    @Test
    void theFileComesWithItsEvidenceAndStandsInTheBook() throws IOException {
        Document paper = approved(SignatureVerdict.HOP_LE);
        DeliverReusable.Delivered delivered = take(paper);
        assertThat(delivered.file()).isEqualTo(out.resolve(paper.id() + ".pdf")).hasBinaryContent(Shelf.bytes("a.pdf"));
        JsonNode sheet = JsonMapper.shared().readTree(Files.readAllBytes(delivered.evidence()));
        assertThat(sheet.propertyNames())
                .containsExactly(
                        "document",
                        "code",
                        "type",
                        "fromDossier",
                        "forDossier",
                        "purpose",
                        "takenAt",
                        "evidence",
                        "signature");
        assertThat(sheet.at("/signature/verdict").asString()).isEqualTo("HOP_LE");
        assertThat(sheet.at("/evidence/sha256").asString())
                .isEqualTo(paper.source().sha256().hex());
        assertThat(shelf.rows.reuseBook().of(paper.id()))
                .containsExactly(new ReuseEntry(
                        paper.id(),
                        paper.source().sha256(),
                        NEW_CASE,
                        "Lê Thị Mẫu",
                        "khai sinh",
                        delivered.decision().evidence().get("basis"),
                        Shelf.CLOCK.instant()));
        try (var all = Files.list(out)) {
            assertThat(all).hasSize(2);
        }
    }

    @Test
    void changedBytesLeaveTheHouseNeverAndLeaveNothingBehind() throws IOException {
        Document paper = approved(SignatureVerdict.HOP_LE);
        shelf.tamper(paper);
        refuses(Problem.STORE_CORRUPT, paper);
    }

    @ParameterizedTest
    @CsvSource({"KHONG_HOP_LE, SIGNATURE_INVALID", "CAN_XEM_XET, SIGNATURE_DOUBT", "KHONG_CO_CHU_KY, SIGNATURE_DOUBT"})
    void onlyASignatureProvenNowIsHandedOut(SignatureVerdict now, Problem problem) throws IOException {
        refuses(problem, approved(now));
    }

    @Test
    void whatThePolicyForbidsIsNotHandedOut() throws IOException {
        refuses(Problem.NOT_REUSABLE, shelf.put("a.pdf", Shelf.candidate("a.pdf"), SignatureVerdict.HOP_LE));
    }

    @Test
    void aPaperWithoutOwnerIsNotHandedOut() throws IOException {
        refuses(Problem.NOT_REUSABLE, shelf.put("a.pdf", Held.paper("a.pdf").owner(null), SignatureVerdict.HOP_LE));
    }

    @ParameterizedTest
    @CsvSource({".pdf", ".evidence.json"})
    void nothingIsOverwritten(String ending) throws IOException {
        Document paper = approved(SignatureVerdict.HOP_LE);
        Files.createDirectories(out);
        Path mine = Files.writeString(out.resolve(paper.id() + ending), "của tôi");
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> take(paper))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(Problem.OUTPUT_EXISTS));
        assertThat(mine).hasContent("của tôi");
        assertThat(shelf.rows.reuseBook().of(paper.id())).isEmpty();
    }

    @Test
    void aTakeThatAKillCutOffIsSimplyRepeated() throws IOException {
        Document paper = approved(SignatureVerdict.HOP_LE);
        Files.createDirectories(out);
        Path part = Files.writeString(out.resolve(paper.id() + ".part"), "nửa");
        Files.writeString(out.resolve(paper.id() + ".evidence.json"), "nửa");
        DeliverReusable.Delivered delivered = take(paper);
        assertThat(delivered.file()).hasBinaryContent(Shelf.bytes("a.pdf"));
        assertThat(Files.readString(delivered.evidence())).contains(paper.id().toString());
        assertThat(part).doesNotExist();
    }

    @Test
    void theBookIsWrittenBeforeTheFileAppears() throws IOException {
        Document paper = approved(SignatureVerdict.HOP_LE);
        ReuseBook full = new ReuseBook() {
            @Override
            public void enter(ReuseEntry entry) {
                assertThat(out.resolve(paper.id() + ".pdf")).doesNotExist();
                throw new DigitisationException(Problem.DATABASE_UNAVAILABLE, "full");
            }

            @Override
            public List<ReuseEntry> of(DocumentId document) {
                return List.of();
            }
        };
        DeliverReusable noBook = new DeliverReusable(
                shelf.find,
                shelf.catalog,
                new FreshEvidence(shelf.store, shelf.reader, folder.resolve("work")),
                full,
                Shelf.CLOCK);
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> noBook.take(paper.id(), NEW_CASE, "Lê Thị Mẫu", "khai sinh", out));
        try (var left = Files.list(out)) {
            assertThat(left).isEmpty();
        }
    }
}
