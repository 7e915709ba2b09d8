package vn.sohoa.workflow.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.page.Box;
import vn.sohoa.workflow.AccessCopySize;
import vn.sohoa.workflow.Change;
import vn.sohoa.workflow.LearnedThresholds;
import vn.sohoa.workflow.WorkflowSettings;

/** Officers' decisions bear out thresholds, where there are enough of them and a second person agrees. */
class LearnFromReviewTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T18:00:00Z"), ZoneOffset.UTC);
    private static final Dossier DOSSIER = TestCatalog.dossier("H15.12-261102-0042");

    @TempDir
    Path folder;

    private TestCatalog db;
    private LearnFromReview learn;
    private int papers;

    @BeforeEach
    void open() throws IOException {
        db = TestCatalog.open(folder);
        Path reference = Files.createDirectories(folder.resolve("reference"));
        WorkflowSettings settings = new WorkflowSettings(
                reference, folder, Duration.ofSeconds(45), Duration.ZERO, AccessCopySize.UNTOUCHED, false);
        learn = new LearnFromReview(db.reviewBook(), settings, CLOCK);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private void decided(int times, double confidence, Verdict verdict, String decided) {
        for (int i = 0; i < times; i++) {
            Document paper = TestCatalog.paper(DOSSIER, ++papers, "p" + papers + ".pdf");
            db.catalog().receive(DOSSIER, List.of(paper), TestCatalog.event("TIEP_NHAN", "RECEIVED"));
            Document waiting = move(move(paper, DigitisationStatus.CAPTURED), DigitisationStatus.IN_REVIEW);
            ExtractedValue read = confidence < 0
                    ? null
                    : new ExtractedValue(
                            "issuedDate", "8/9/25", "A", 1, Box.NONE, confidence, ExtractedValue.Method.OCR);
            ReviewDecision decision = new ReviewDecision(
                    paper.id(), 4, "issuedDate", verdict, "QUYET_DINH", read, decided, "lan.pham", CLOCK.instant());
            assertThat(db.reviewBook().decide(waiting, List.of(decision), TestCatalog.event("KIEM_TRA", "IN_REVIEW")))
                    .isTrue();
        }
    }

    private Document move(Document paper, DigitisationStatus next) {
        Document now = db.catalog().document(paper.id()).orElseThrow();
        db.catalog().change(Change.of(now).status(next).done(), TestCatalog.event("THU", next));
        return db.catalog().document(paper.id()).orElseThrow();
    }

    private static void refused(Problem problem, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(DigitisationException.class, failure -> assertThat(failure.problem())
                        .isEqualTo(problem));
    }

    @Test
    void theTableSaysHowOftenTheMachineWasRight() {
        decided(3, 92, Verdict.ACCEPTED, "A");
        decided(1, 92, Verdict.CORRECTED, "B");
        decided(1, 55, Verdict.CORRECTED, "A");
        decided(2, -1, Verdict.CORRECTED, "C");

        assertThat(learn.table()).singleElement().satisfies(line -> {
            assertThat(line.cases()).isEqualTo(5);
            assertThat(line.right()).as("keyed in as it was read is right").isEqualTo(4);
            assertThat(line.missed()).isEqualTo(2);
            assertThat(line.bins()).extracting(Reliability.Bin::from).containsExactly(50, 90);
        });
        assertThat(learn.csv().lines()).hasSize(8).allMatch(line -> !line.contains("001085000123"));
    }

    @Test
    void fewCasesBearNothingOut() {
        decided(LearnFromReview.fewest(90) - 1, 92, Verdict.ACCEPTED, "A");
        assertThat(learn.propose(90, "lan.pham").thresholds()).isEmpty();
        decided(1, 92, Verdict.CONFIRMED, "A");
        assertThat(learn.propose(90, "lan.pham").thresholds()).hasSize(1);
        assertThat(LearnFromReview.fewest(99.5)).isEqualTo(539);
    }

    @Test
    void aThresholdLiesAboveWhatWasReadWrongly() {
        decided(30, 92, Verdict.ACCEPTED, "A");
        decided(8, 70, Verdict.CORRECTED, "B");
        assertThat(learn.propose(90, "lan.pham").thresholds())
                .singleElement()
                .satisfies(threshold -> assertThat(threshold.confidence()).isEqualTo(71));
    }

    @Test
    void theCertaintyIsThatOfWilson() {
        assertThat(LearnFromReview.surely(30, 30)).isCloseTo(0.917, within(0.001));
        assertThat(LearnFromReview.surely(29, 30)).isCloseTo(0.860, within(0.01));
    }

    @Test
    void nothingHoldsBeforeASecondPersonAcceptsWhatTheFiguresBearOut() throws IOException {
        decided(30, 92, Verdict.ACCEPTED, "A");
        Path proposal = folder.resolve("proposal.yml");
        LearnFromReview.write(proposal, LearnedThresholds.write(learn.propose(90, "lan.pham")));
        Path reference = folder.resolve("reference");
        assertThat(LearnedThresholds.load(reference).of("QUYET_DINH", "issuedDate", 60))
                .isEqualTo(60);

        refused(Problem.SAME_PERSON, () -> learn.accept(proposal, " lan.pham"));
        Path edited = folder.resolve("edited.yml");
        Files.writeString(edited, Files.readString(proposal).replace("cases: 30", "cases: 3000"));
        refused(Problem.CONFIGURATION_INVALID, () -> learn.accept(edited, "minh.tran"));
        Files.copy(proposal, reference.resolve(LearnedThresholds.FILE));
        refused(Problem.CONFIGURATION_INVALID, () -> LearnedThresholds.load(reference));

        Path accepted = learn.accept(proposal, "minh.tran");
        assertThat(LearnedThresholds.load(reference).of("QUYET_DINH", "issuedDate", 60))
                .isEqualTo(50);
        assertThat(LearnedThresholds.load(reference).of("QUYET_DINH", "agency", 60))
                .isEqualTo(60);
        assertThat(LearnedThresholds.read(accepted).acceptedBy()).isEqualTo("minh.tran");
        refused(Problem.WRONG_STATUS, () -> learn.accept(accepted, "hoa.le"));
    }
}
