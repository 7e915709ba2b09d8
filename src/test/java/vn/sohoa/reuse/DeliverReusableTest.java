package vn.sohoa.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        "ledger",
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
                        "không có thời hạn; thay đổi hộ tịch có trích lục riêng"
                                + " [GIAY_KHAI_SINH/* NONE from 2016-01-01, 2026.2]",
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
        ReuseBook full = (ReuseBook) Proxy.newProxyInstance(
                ReuseBook.class.getClassLoader(), new Class<?>[] {ReuseBook.class}, (book, method, values) -> {
                    assertThat(method.getName()).isEqualTo("enter");
                    assertThat(out.resolve(paper.id() + ".pdf")).doesNotExist();
                    throw new DigitisationException(Problem.DATABASE_UNAVAILABLE, "full");
                });
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

    @Test
    void thePrintedSheetSaysWhatWhoseVerdictRuleHashNumberAndTimeWithoutTheWholeId() {
        Document paper = approved(SignatureVerdict.HOP_LE);
        DeliverReusable.Delivered delivered =
                shelf.deliver.take(paper.id(), NEW_CASE, "Lê Thị Mẫu", "cho 001085000123", out);
        assertThat(delivered.sheet())
                .containsEntry("Chủ giấy tờ", "•••••••••123")
                .containsEntry("Mục đích", "cho •••••••••123")
                .containsEntry("SHA-256 của tệp", paper.masterSha256().hex())
                .containsEntry("Số trong sổ tái sử dụng", "1")
                .containsEntry("Thời điểm", "09:00:00 ngày 20/11/2026")
                .containsEntry("Quy tắc", "GIAY_KHAI_SINH/* NONE from 2016-01-01, bản 2026.2")
                .containsEntry("Hiệu lực", "Còn hiệu lực vào ngày nộp hồ sơ 2026-11-20, không có ngày hết hạn");
        assertThat(delivered.sheet().get("Chữ ký số")).startsWith("Hợp lệ");
        assertThat(delivered.sheet().values()).noneMatch(line -> line.contains("001085000123"));
    }
}
