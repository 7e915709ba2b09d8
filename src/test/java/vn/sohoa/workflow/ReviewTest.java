package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.page.PageText;
import vn.sohoa.reading.RecordedReader;
import vn.sohoa.workflow.review.ConfirmField;
import vn.sohoa.workflow.review.Doubt;
import vn.sohoa.workflow.review.ReviewDesk;
import vn.sohoa.workflow.review.ReviewOrder;
import vn.sohoa.workflow.review.ReviewOutcome;

/** Officers mend what the machine doubts, and the paper goes on. */
class ReviewTest {
    /** A decision without its date line and signature. */
    private static final PageText NO_DATE = RecordedReader.page(
            95,
            "ỦY BAN NHÂN DÂN|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "TỈNH ĐẮK LẮK|Độc lập - Tự do - Hạnh phúc",
            "Số: 07/QĐ-UBND",
            "",
            "                                QUYẾT ĐỊNH",
            "Về việc nâng cao chất lượng phục vụ tại bộ phận một cửa",
            "",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
            "Điều 1. Nay phê duyệt kế hoạch kèm theo.",
            "Điều 2. Quyết định có hiệu lực từ ngày ký.",
            "|CHỦ TỊCH",
            "|Trần Thị Mẫu");

    @TempDir
    Path folder;

    private Corridor house;
    private ReviewDesk desk;

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        desk = new ReviewDesk(
                house.rows, house.store, house.masters, house.reader, Corridor.EXTRACTION, Corridor.CLOCK);
    }

    @AfterEach
    void close() {
        assertThat(house.rows.check().violations()).allMatch(line -> line.startsWith("run left open"));
        house.close();
    }

    private Document waiting(String file, PageText... pages) {
        return waiting(file, SignatureVerdict.KHONG_CO_CHU_KY, null, pages);
    }

    private Document waiting(String file, SignatureVerdict verdict, DocumentId twin, PageText... pages) {
        house.reader.says(Corridor.bytes(file), () -> RecordedReader.scan(200, verdict, pages));
        Document paper = house.receive(file, CopyForm.ORIGINAL, false, null, twin);
        house.change(paper, c -> c.captured("application/pdf", pages.length, RecordedReader.signature(verdict))
                .status(DigitisationStatus.CAPTURED));
        house.perform(house.extract(), paper);
        Document after = house.now(paper);
        assertThat(after.status()).as(String.valueOf(after.problem())).isEqualTo(DigitisationStatus.IN_REVIEW);
        return after;
    }

    private ReviewOutcome decide(Document paper, String subject, Verdict verdict, String value, String officer) {
        return desk.decide.decide(new ReviewOrder(paper.id(), subject, verdict, value, null, officer));
    }

    private List<String> open(Document paper) {
        return desk.show.item(paper.id(), "lan.pham").open().stream()
                .map(Doubt::subject)
                .toList();
    }

    private static void refused(Problem problem, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(DigitisationException.class, failure -> assertThat(failure.problem())
                        .isEqualTo(problem));
    }

    @Test
    void aMissingDateIsKeyedInAndThePaperGoesOnToItsCode() {
        Document paper = waiting("a.pdf", NO_DATE);
        assertThat(open(paper)).containsExactly("issuedDate");

        ReviewOutcome outcome = decide(paper, "issuedDate", Verdict.CORRECTED, "08/09/2025", "lan.pham");

        assertThat(outcome.status()).isEqualTo(DigitisationStatus.EXTRACTED);
        assertThat(outcome.open()).isEmpty();
        Document after = house.now(paper);
        assertThat(after.value("issuedDate")).contains("2025-09-08");
        assertThat(after.values().get(0).method()).isEqualTo(ExtractedValue.Method.KEYED);
        assertThat(after.problem()).isNull();
        house.perform(
                new AssignCode(
                        vn.sohoa.codes.CodeIssuer.load(Corridor.REFERENCE.resolve("code-templates.yml")),
                        house.catalog),
                paper);
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.CODED);
    }

    @Test
    void whatTheMachineReadStaysBesideTheDecision() {
        Document paper = waiting("a.pdf", NO_DATE);
        decide(paper, "codeNumber", Verdict.CORRECTED, "17/QĐ-UBND", "lan.pham");

        assertThat(house.now(paper).value("codeNumber")).contains("17/QĐ-UBND");
        assertThat(house.rows.reviewBook().reading(paper.id()).orElseThrow().values())
                .isEqualTo(paper.values());
        ReviewDecision decision = house.rows.reviewBook().of(paper.id()).get(0);
        assertThat(decision.machine().orElseThrow().value()).isEqualTo("07/QĐ-UBND");
        assertThat(decision.decided()).isEqualTo("17/QĐ-UBND");
        assertThat(decision.officer()).isEqualTo("lan.pham");
        assertThat(decision.at()).isEqualTo(Corridor.CLOCK.instant());
        assertThat(house.rows.auditTrail().history(paper.id()).toString()).doesNotContain("17/QĐ");
    }

    @Test
    void aKeyedValuePassesTheChecksOfAReadOne() {
        Document paper = waiting("a.pdf", NO_DATE);
        for (String wrong : List.of("31/02/2025", "08/09/2031", "08/09/1930", "mai", " ")) {
            refused(Problem.VALUE_INVALID, () -> decide(paper, "issuedDate", Verdict.CORRECTED, wrong, "lan.pham"));
        }
        refused(Problem.VALUE_INVALID, () -> decide(paper, "issuedDate", Verdict.ACCEPTED, null, "lan.pham"));
        refused(Problem.NOT_FOUND, () -> decide(paper, "noSuchField", Verdict.CORRECTED, "x", "lan.pham"));
        assertThat(house.now(paper)).isEqualTo(paper);
    }

    @Test
    void anOfficerMaySayThatThePaperBearsNoSuchValue() {
        Document paper = waiting("a.pdf", NO_DATE);
        assertThat(decide(paper, "issuedDate", Verdict.REJECTED, null, "lan.pham")
                        .status())
                .isEqualTo(DigitisationStatus.EXTRACTED);
        assertThat(house.now(paper).value("issuedDate")).isEmpty();
    }

    @Test
    void theSameDecisionTwiceIsOneAndAnotherOneIsTold() {
        Document paper = waiting("a.pdf", NO_DATE);
        assertThat(decide(paper, "issuedDate", Verdict.CORRECTED, "08/09/2025", "lan.pham")
                        .changed())
                .isTrue();
        long version = house.now(paper).version();

        assertThat(decide(paper, "issuedDate", Verdict.CORRECTED, "2025-09-08", "minh.tran")
                        .changed())
                .isFalse();
        refused(
                Problem.ALREADY_DECIDED,
                () -> decide(paper, "issuedDate", Verdict.CORRECTED, "09/09/2025", "minh.tran"));
        assertThat(house.now(paper).version()).isEqualTo(version);
    }

    @Test
    void whoeverLookedAtAnOlderStateDecidesNothing() {
        Document paper = waiting("a.pdf", NO_DATE);
        decide(paper, "codeNumber", Verdict.ACCEPTED, null, "lan.pham");
        ReviewOrder stale = new ReviewOrder(
                paper.id(), "issuedDate", Verdict.CORRECTED, "08/09/2025", paper.version(), "minh.tran");
        refused(Problem.ALREADY_DECIDED, () -> desk.decide.decide(stale));
        ReviewOrder fresh = new ReviewOrder(
                paper.id(),
                "codeNumber",
                Verdict.CORRECTED,
                "08/QĐ-UBND",
                house.now(paper).version(),
                "minh.tran");
        assertThat(desk.decide.decide(fresh).changed())
                .as("seen, then decided anew")
                .isTrue();
    }

    @Test
    void ofOfficersAtOnceOneDecides() throws Exception {
        Document paper = waiting("a.pdf", NO_DATE);
        ExecutorService officers = Executors.newFixedThreadPool(4);
        int decided = 0;
        int told = 0;
        try {
            List<Callable<ReviewOutcome>> orders = java.util.stream.IntStream.rangeClosed(1, 4)
                    .<Callable<ReviewOutcome>>mapToObj(day ->
                            () -> decide(paper, "issuedDate", Verdict.CORRECTED, "0" + day + "/09/2025", "o" + day))
                    .toList();
            for (Future<ReviewOutcome> each : officers.invokeAll(orders)) {
                try {
                    decided += each.get().changed() ? 1 : 0;
                } catch (java.util.concurrent.ExecutionException late) {
                    assertThat(((DigitisationException) late.getCause()).problem())
                            .isEqualTo(Problem.ALREADY_DECIDED);
                    told++;
                }
            }
        } finally {
            officers.shutdownNow();
        }
        assertThat(decided).isEqualTo(1);
        assertThat(told).isEqualTo(3);
        assertThat(house.rows.reviewBook().of(paper.id())).hasSize(1);
    }

    @Test
    void anUnknownKindIsChosenAndItsFieldsAreReadAnew() {
        PageText odd = RecordedReader.page(95, "Mua hai cân gạo và một chai mắm", "Số: 12/GM-UBND");
        Document paper = waiting("a.pdf", odd);
        assertThat(open(paper)).contains("type");
        refused(Problem.VALUE_INVALID, () -> decide(paper, "type", Verdict.ACCEPTED, null, "lan.pham"));
        refused(Problem.VALUE_INVALID, () -> decide(paper, "type", Verdict.CORRECTED, "KHONG_CO", "lan.pham"));

        ReviewOutcome outcome = decide(paper, "type", Verdict.CORRECTED, "GIAY_MOI", "lan.pham");

        assertThat(house.now(paper).type().code()).isEqualTo("GIAY_MOI");
        assertThat(outcome.open()).isNotEmpty().noneMatch(Doubt::ofType).allMatch(Doubt::ofField);
        for (Doubt doubt : outcome.open()) {
            decide(paper, doubt.subject(), Verdict.REJECTED, null, "lan.pham");
        }
        assertThat(house.now(paper).status()).isEqualTo(DigitisationStatus.EXTRACTED);
    }

    @Test
    void aPaperThatIsOnlyShownIsNotDigitised() {
        Document paper = waiting("a.pdf", RecordedReader.page(95, "Mua hai cân gạo và một chai mắm"));
        assertThat(decide(paper, "type", Verdict.CORRECTED, "CAN_CUOC", "lan.pham")
                        .status())
                .isEqualTo(DigitisationStatus.OUT_OF_SCOPE);
        assertThat(house.now(paper).scope()).isEqualTo(ScopeReason.SHOW_ONLY);
    }

    @Test
    void doubtsThatTheFirstOneHidComeUpBeforeThePaperGoesOn() {
        PageText next = RecordedReader.page(95, "2", "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành.");
        Document paper = waiting(
                "a.pdf",
                SignatureVerdict.KHONG_CO_CHU_KY,
                house.receive("earlier.pdf").id(),
                RecordedReader.decision(),
                next,
                RecordedReader.decision());
        assertThat(paper.problem()).isEqualTo(Problem.DUPLICATE_HELD);
        assertThat(open(paper)).containsExactly("DUPLICATE_HELD", "MANY_PAPERS");

        assertThat(decide(paper, "DUPLICATE_HELD", Verdict.ACCEPTED, null, "lan.pham")
                        .status())
                .isEqualTo(DigitisationStatus.IN_REVIEW);
        assertThat(house.now(paper).problem()).isEqualTo(Problem.MANY_PAPERS);
        refused(Problem.VALUE_INVALID, () -> decide(paper, "MANY_PAPERS", Verdict.REJECTED, null, "lan.pham"));
        assertThat(decide(paper, "MANY_PAPERS", Verdict.ACCEPTED, null, "lan.pham")
                        .status())
                .isEqualTo(DigitisationStatus.EXTRACTED);
    }

    @Test
    void aPaperIsSentBackOrDismissed() {
        Document blurred = waiting("a.pdf", RecordedReader.decision(41));
        ReviewOutcome back = desk.decide.rescan(blurred.id(), "trang 1 nhòe, 001085000123", null, "lan.pham");
        assertThat(back.status()).isEqualTo(DigitisationStatus.NEEDS_RESCAN);
        assertThat(house.now(blurred).problem()).isEqualTo(Problem.TEXT_UNSURE);
        assertThat(house.now(blurred).problemDetail()).contains("nhòe").doesNotContain("001085000123");
        assertThat(desk.decide.rescan(blurred.id(), "", null, "lan.pham").changed())
                .isFalse();

        Document copy = waiting("b.pdf", NO_DATE);
        assertThat(desk.decide
                        .dismiss(copy.id(), ScopeReason.PHOTOCOPY, null, "lan.pham")
                        .status())
                .isEqualTo(DigitisationStatus.OUT_OF_SCOPE);
        assertThat(house.now(copy).scope()).isEqualTo(ScopeReason.PHOTOCOPY);
        refused(Problem.ALREADY_DECIDED, () -> desk.decide.rescan(copy.id(), "", null, "minh.tran"));
    }

    @Test
    void aPaperThatWaitsForNobodyIsNotDecidedOn() {
        Document paper = house.receive("a.pdf");
        refused(Problem.WRONG_STATUS, () -> decide(paper, "issuedDate", Verdict.ACCEPTED, null, "lan.pham"));
        refused(Problem.WRONG_STATUS, () -> desk.show.item(paper.id(), "lan.pham"));
    }

    @Test
    void oneFieldOfManyPapersIsConfirmedWhereTheMachineIsSure() {
        Document sure = waiting("a.pdf", NO_DATE);
        Document faint = waiting("b.pdf", RecordedReader.decision(41));
        ConfirmField.Choice choice = new ConfirmField.Choice("codeNumber", 90, null, 100);

        assertThat(desk.confirm.preview(choice)).extracting(c -> c.document()).containsExactly(sure.id());
        assertThat(house.rows.reviewBook().all()).isEmpty();
        assertThat(desk.confirm.confirm(choice, "lan.pham")).hasSize(1);
        assertThat(desk.confirm.confirm(choice, "lan.pham")).isEmpty();
        assertThat(house.rows.reviewBook().all()).singleElement().satisfies(decision -> assertThat(decision.verdict())
                .isEqualTo(Verdict.CONFIRMED));
        assertThat(house.now(faint)).isEqualTo(faint);
    }

    @Test
    void theQueueShowsTheMostDoubtfulOfADayFirstAndEachLookIsRecorded() {
        Document weak = waiting("a.pdf", RecordedReader.page(95, "Mua hai cân gạo và một chai mắm"));
        Document better = waiting("b.pdf", RecordedReader.decision(41));
        assertThat(desk.queue.entries(null, null)).extracting(e -> e.document()).contains(weak.id(), better.id());
        assertThat(desk.queue.entries("H15", null)).hasSize(2);
        assertThat(desk.queue.entries("H49", null)).isEmpty();
        assertThat(desk.queue.entries(null, "QUYET_DINH"))
                .extracting(e -> e.document())
                .containsExactly(better.id());

        desk.show.item(weak.id(), "lan.pham");
        assertThat(house.rows.auditTrail().history(weak.id())).last().satisfies(event -> assertThat(event.event())
                .isEqualTo("XEM"));
    }
}
