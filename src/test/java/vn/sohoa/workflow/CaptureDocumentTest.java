package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.RecordedReader;

class CaptureDocumentTest {
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

    private Document scan(double dpi, SignatureVerdict verdict) {
        house.reader.says(Corridor.bytes("a.pdf"), () -> RecordedReader.scan(dpi, verdict, RecordedReader.decision()));
        return house.receive("a.pdf");
    }

    private Outcome.Done capture(Document paper, ScannerSignature policy) {
        return (Outcome.Done) house.outcomes.perform(house.capture(), paper.id(), Corridor.context(house.run, policy));
    }

    @ParameterizedTest
    @CsvSource({
        "PHOTOCOPY, false, PHOTOCOPY",
        "CERTIFIED_COPY, false, CERTIFIED_COPY_PAPER",
        "ORIGINAL, true, SHOW_ONLY",
        "COPY, true, SHOW_ONLY"
    })
    void whatIsDeclaredOutOfScopeIsNotEvenOpened(CopyForm copy, boolean showOnly, ScopeReason reason) {
        Document paper = house.receive("a.pdf", copy, showOnly, null, null);
        house.perform(house.capture(), paper);
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.OUT_OF_SCOPE);
        assertThat(house.now(paper).scope()).isEqualTo(reason);
        assertThat(house.reader.asked()).isEmpty();
    }

    @Test
    void theSecondOfTwoEqualFilesIsLeftOut() {
        Document first = house.receive("a.pdf");
        Document twin = house.receive("b.pdf", CopyForm.ORIGINAL, false, ScopeReason.DUPLICATE_IN_BATCH, first.id());
        house.perform(house.capture(), twin);
        assertThat(house.now(twin).scope()).isEqualTo(ScopeReason.DUPLICATE_IN_BATCH);
    }

    @Test
    void noWordIsReadBeforeTheScanIsAccepted() {
        capture(scan(200, SignatureVerdict.HOP_LE), ScannerSignature.BLOCK);
        assertThat(house.reader.asked()).hasSize(1);
        assertThat(house.reader.asked().get(0).parts()).containsOnly(Part.MEASUREMENTS, Part.SIGNATURES);
    }

    @Test
    void aCoarseScanIsToBeScannedAgainWithPageAndMeasure() {
        Document paper = scan(120, SignatureVerdict.HOP_LE);
        capture(paper, ScannerSignature.OFF);
        Document after = house.now(paper);
        assertThat(after.status()).isEqualTo(DigitisationStatus.NEEDS_RESCAN);
        assertThat(after.problem()).isEqualTo(Problem.RESOLUTION_LOW);
        assertThat(after.problemDetail()).isEqualTo("p1! RESOLUTION_LOW 120 200");
        assertThat(PageFault.told(after.problemDetail(), Language.VI))
                .isEqualTo("trang 1: 120 dpi, cần 200 dpi (RESOLUTION_LOW)");
        assertThat(after.pages()).isEqualTo(1);
    }

    @Test
    void theVerdictStandsInTheHistoryWithProfileVersionAndMeasures() {
        Document paper = scan(120, SignatureVerdict.HOP_LE);
        capture(paper, ScannerSignature.OFF);
        QualityNote note =
                QualityNote.latest(house.rows.auditTrail().history(paper.id())).orElseThrow();
        assertThat(note.profile()).isEqualTo("CV7197-LOOKUP v2.1");
        assertThat(note.verdict()).isEqualTo("RESCAN");
        assertThat(note.pages()).startsWith("p1 120dpi 24bit colour 1654x2339px 350x495mm detail 120dpi");
        assertThat(note.faults()).extracting(PageFault::problem).contains(Problem.RESOLUTION_LOW);
    }

    @ParameterizedTest
    @CsvSource({
        "KHONG_CO_CHU_KY, BLOCK, AWAITING_SIGNATURE, SIGNATURE_MISSING, ''",
        "KHONG_CO_CHU_KY, WARN, CAPTURED, , SIGNATURE_MISSING",
        "KHONG_CO_CHU_KY, OFF, CAPTURED, , ''",
        "HOP_LE, BLOCK, CAPTURED, , ''",
        "CAN_XEM_XET, BLOCK, CAPTURED, , ''",
        "KHONG_HOP_LE, BLOCK, CAPTURED, , ''"
    })
    void theScanningOfficersSignatureIsAskedForAsTheJobSays(
            SignatureVerdict verdict,
            ScannerSignature policy,
            DigitisationStatus status,
            Problem problem,
            String note) {
        Document paper = scan(200, verdict);
        assertThat(capture(paper, policy).note()).endsWith(note);
        assertThat(house.now(paper).status()).isEqualTo(status);
        assertThat(house.now(paper).problem()).isEqualTo(problem);
        assertThat(house.now(paper).signature()).isEqualTo(RecordedReader.signature(verdict));
    }

    @Test
    void aFileThatIsNoPictureNeedsNoScannersSignature() {
        Document paper = scan(0, SignatureVerdict.KHONG_CO_CHU_KY);
        house.outcomes.perform(house.capture(), paper.id(), Corridor.context(house.run, ScannerSignature.BLOCK));
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.CAPTURED);
    }
}
