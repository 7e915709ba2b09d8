package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.RecordedReader;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.DocumentIndexes;
import vn.sohoa.storage.ObjectRole;

class ExtractDataTest {
    private static final PageText SECRET = RecordedReader.page(
            95, "ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỐI MẬT", "Kế hoạch phòng thủ Mẫu");
    private static final PageText CERTIFIED = RecordedReader.page(
            95,
            "Chứng thực bản sao đúng với bản chính",
            "Số chứng thực 123 quyển số 01 SCT/BS",
            "Người thực hiện chứng thực");

    @TempDir
    Path folder;

    private Corridor house;

    @BeforeEach
    void open() {
        house = new Corridor(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Document captured(SignatureVerdict verdict, DocumentId twin, PageText... pages) {
        house.reader.says(Corridor.bytes("a.pdf"), () -> RecordedReader.scan(200, verdict, pages));
        Document paper = house.receive("a.pdf", CopyForm.ORIGINAL, false, null, twin);
        return house.change(paper, c -> c.captured("application/pdf", pages.length, RecordedReader.signature(verdict))
                .status(DigitisationStatus.CAPTURED));
    }

    private Document extracted(Document paper) {
        house.perform(house.extract(), paper);
        return house.now(paper);
    }

    @Test
    void aSoundPaperIsUnderstoodAndItsTextKept() {
        Document after = extracted(captured(SignatureVerdict.HOP_LE, null, RecordedReader.decision()));
        assertThat(after.status())
                .as(after.problem() + " " + after.problemDetail())
                .isEqualTo(DigitisationStatus.EXTRACTED);
        assertThat(after.type().code()).isEqualTo("QUYET_DINH");
        assertThat(after.value("codeNumber")).contains("07/QĐ-UBND");
        assertThat(PageTexts.read(house.store.read(
                        new vn.sohoa.storage.ObjectKey(
                                after.object("TEXT").orElseThrow().key()),
                        after.object("TEXT").orElseThrow().sha256())))
                .containsExactly(RecordedReader.decision());
    }

    @Test
    void aSecretPaperLeavesNothingButItsBytesInTheRestrictedPart() throws IOException {
        Document after = extracted(captured(SignatureVerdict.HOP_LE, null, SECRET));
        assertThat(after.status()).isEqualTo(DigitisationStatus.QUARANTINED);
        assertThat(after.problem()).isEqualTo(Problem.SECRET_MARK);
        assertThat(after.values()).isEmpty();
        assertThat(after.owner()).isNull();
        assertThat(after.object(ObjectRole.TEXT.name())).isEmpty();
        assertThat(after.object(ObjectRole.RESTRICTED.name())).isPresent();

        assertThat(new Quarantine(house.catalog, house.store, house.rows.duplicateBook(), Corridor.CLOCK).finish())
                .isEqualTo(1);
        assertThat(house.keys()).singleElement().asString().startsWith("restricted/");
        assertThat(house.rows.auditTrail().history(after.id()).toString()).doesNotContain("Kế hoạch", "phòng thủ");
        try (DocumentIndex index = DocumentIndexes.lucene(folder.resolve("index"))) {
            Indexing indexing = new Indexing(house.catalog, house.store);
            new FeedIndex(house.rows.outbox(), house.catalog, indexing, index).feed();
            assertThat(new RebuildIndex(indexing, index).rebuild()).isZero();
        }
        try (var left = Files.list(house.folders.working())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatAnEarlierRunKeptOfASecretPaperGoesToo() throws IOException {
        Document paper = captured(SignatureVerdict.HOP_LE, null, SECRET);
        house.change(paper, c -> c.values(
                        List.of(new ExtractedValue("subject", "x", "x", 1, Box.NONE, 90, ExtractedValue.Method.OCR)),
                        null)
                .object(house.store.put(Corridor.DOSSIER.receivingUnit(), ObjectRole.TEXT, Corridor.bytes("words"))));
        Document after = extracted(paper);
        assertThat(after.values()).isEmpty();
        new Quarantine(house.catalog, house.store, house.rows.duplicateBook(), Corridor.CLOCK).finish();
        assertThat(house.now(paper).objects()).extracting(o -> o.role()).containsExactly(ObjectRole.RESTRICTED.name());
        assertThat(house.keys()).singleElement().asString().startsWith("restricted/");
    }

    @Test
    void aCertifiedCopyOnPaperIsOutOfScope() {
        Document after =
                extracted(captured(SignatureVerdict.KHONG_CO_CHU_KY, null, RecordedReader.decision(), CERTIFIED));
        assertThat(after.status()).isEqualTo(DigitisationStatus.OUT_OF_SCOPE);
        assertThat(after.scope()).isEqualTo(ScopeReason.CERTIFIED_COPY_PAPER);
        assertThat(after.object(ObjectRole.TEXT.name())).isEmpty();
    }

    @Test
    void anElectronicallySignedCertifiedCopyStaysInScope() {
        Document after = extracted(captured(SignatureVerdict.HOP_LE, null, RecordedReader.decision(), CERTIFIED));
        assertThat(after.status()).isEqualTo(DigitisationStatus.EXTRACTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"HOP_LE", "CAN_XEM_XET"})
    void aSignatureThatIsNotProvenBadStopsNothing(SignatureVerdict verdict) {
        assertThat(extracted(captured(verdict, null, RecordedReader.decision())).status())
                .isEqualTo(DigitisationStatus.EXTRACTED);
    }

    @Test
    void anInvalidSignatureGoesToAPerson() {
        Document after = extracted(captured(SignatureVerdict.KHONG_HOP_LE, null, RecordedReader.decision()));
        assertThat(after.status()).isEqualTo(DigitisationStatus.IN_REVIEW);
        assertThat(after.problem()).isEqualTo(Problem.SIGNATURE_INVALID);
    }

    @Test
    void aFileThatIsHeldAlreadyGoesToAPerson() {
        Document earlier = house.receive("earlier.pdf");
        Document after = extracted(captured(SignatureVerdict.HOP_LE, earlier.id(), RecordedReader.decision()));
        assertThat(after.status()).isEqualTo(DigitisationStatus.IN_REVIEW);
        assertThat(after.problem()).isEqualTo(Problem.DUPLICATE_HELD);
        assertThat(after.problemDetail()).isEqualTo(earlier.id().toString());
    }

    @Test
    void faintTextGoesToAPerson() {
        Document after = extracted(captured(SignatureVerdict.HOP_LE, null, RecordedReader.decision(41)));
        assertThat(after.problem()).isEqualTo(Problem.TEXT_UNSURE);
        assertThat(after.problemDetail()).contains("41/100");
    }

    @Test
    void aKindThatNobodyKnowsGoesToAPerson() {
        Document after = extracted(
                captured(SignatureVerdict.HOP_LE, null, RecordedReader.page(95, "Mua hai cân gạo và một chai mắm")));
        assertThat(after.status()).isEqualTo(DigitisationStatus.IN_REVIEW);
        assertThat(after.problem()).isEqualTo(Problem.TYPE_UNSURE);
    }

    @Test
    void aFileThatLooksLikeSeveralPapersGoesToAPersonWithThePages() {
        PageText next = RecordedReader.page(95, "2", "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành.");
        Document after = extracted(captured(
                SignatureVerdict.KHONG_CO_CHU_KY, null, RecordedReader.decision(), next, RecordedReader.decision()));
        assertThat(after.status()).isEqualTo(DigitisationStatus.IN_REVIEW);
        assertThat(after.problem()).isEqualTo(Problem.MANY_PAPERS);
        assertThat(after.problemDetail()).isEqualTo("trang 3");
    }

    @Test
    void whatIsSignedIsOnePaperHoweverItLooks() {
        Document after = extracted(
                captured(SignatureVerdict.HOP_LE, null, RecordedReader.decision(), RecordedReader.decision()));
        assertThat(after.problem()).isNotEqualTo(Problem.MANY_PAPERS);
    }

    @Test
    void aQrCodeThatContradictsThePrintGoesToAPersonAndWinsNothingByItself() {
        house.reader.says(Corridor.bytes("a.pdf"), () -> withCode("H15.12-261102-0042|1.004873|x|20250911093000"));
        Document paper = house.receive("a.pdf");
        Document after = extracted(house.change(
                paper, c -> c.captured("application/pdf", 1, RecordedReader.signature(SignatureVerdict.HOP_LE))
                        .status(DigitisationStatus.CAPTURED)));
        assertThat(after.status()).isEqualTo(DigitisationStatus.IN_REVIEW);
        assertThat(after.problem()).isEqualTo(Problem.FIELD_CONFLICT);
        assertThat(after.problemDetail()).isEqualTo("issuedDate.conflict");
        assertThat(after.value("issuedDate")).contains("2025-09-11");
        assertThat(after.value("issuedDate.conflict")).contains("2025-09-08");
    }

    private static DocumentReading withCode(String code) {
        DocumentReading plain = RecordedReader.scan(200, SignatureVerdict.HOP_LE, RecordedReader.decision());
        PageReading page = plain.pages().get(0);
        return new DocumentReading(
                plain.sha256(),
                plain.mediaType(),
                1,
                List.of(new PageReading(
                        1,
                        page.measured(),
                        page.words(),
                        List.of(new QrPayload(code, new Box(1, 1, 90, 90))),
                        page.file())),
                plain.signed(),
                0.1);
    }
}
