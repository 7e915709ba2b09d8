package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.DuplicatePair.Verdict;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.page.Box;
import vn.sohoa.page.ScanMarks;
import vn.sohoa.workflow.review.ReviewDesk;

/** Papers that seem to be one are proposed, shown side by side and decided on; what is replaced is not offered any more. */
class DuplicatesTest {
    private static final OwnerId OWNER = OwnerId.find("001085000123").orElseThrow();

    @TempDir
    Path folder;

    private Corridor house;
    private ReviewDesk desk;
    private FindDuplicates find;

    @BeforeEach
    void open() {
        house = new Corridor(folder);
        desk = new ReviewDesk(
                house.rows, house.store, house.masters, house.reader, Corridor.EXTRACTION, Corridor.CLOCK);
        find = house.duplicates();
    }

    @AfterEach
    void close() {
        assertThat(house.rows.check().violations()).allMatch(line -> line.startsWith("run left open"));
        house.close();
    }

    /** Ink that falls off from the left; a few cells may differ. */
    private static String print(int period, int differing) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < ScanMarks.PRINT_WIDTH * ScanMarks.PRINT_HEIGHT; i++) {
            cells.append((char) ('A' + (i * period + i / 7) % 11));
        }
        for (int i = 0; i < differing; i++) {
            cells.setCharAt(i * 13, 'P');
        }
        return cells.toString();
    }

    private Document stored(String file, String print, OwnerId owner, String number, String date) {
        Document paper = house.receive(file);
        house.rows.duplicateBook().keepPrint(paper.id(), print);
        house.move(paper, DigitisationStatus.CAPTURED, DigitisationStatus.EXTRACTED);
        Document coded = house.change(paper, c -> c.type(new DocumentType("GIAY_PHEP_XAY_DUNG", "Giấy phép"), 99)
                .values(List.of(value(FieldName.CODE_NUMBER, number), value(FieldName.ISSUED_DATE, date)), owner)
                .code("H15.12-261102-0042-" + file)
                .status(DigitisationStatus.CODED));
        find.propose(coded);
        return house.change(paper, c -> c.status(DigitisationStatus.STORED).standing(ReuseStanding.CANDIDATE));
    }

    private static ExtractedValue value(String field, String value) {
        return new ExtractedValue(field, value, value, 1, Box.NONE, 99, ExtractedValue.Method.OCR);
    }

    private List<DuplicatePair> waiting() {
        return desk.duplicates.pairs(Optional.empty());
    }

    private static void refused(Problem problem, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(DigitisationException.class, failure -> assertThat(failure.problem())
                        .isEqualTo(problem));
    }

    @Test
    void nobodyLooksAtAPaperInQuarantineFromHere() {
        Document fine = house.receive("a.pdf");
        Document secret = house.change(house.receive("b.pdf"), c -> c.status(DigitisationStatus.QUARANTINED)
                .problem(Problem.SECRET_MARK, ""));
        refused(Problem.WRONG_STATUS, () -> desk.duplicates.show(fine.id(), secret.id(), "Lê Thị Mẫu"));
    }

    @Test
    void anotherScanOfAPaperIsProposedOnce() {
        Document first = stored("a.pdf", print(3, 0), OWNER, "12/GPXD-UBND", "2025-09-08");
        Document again = stored("b.pdf", print(3, 4), null, "12/GPXD-UBND", "2025-09-08");
        find.propose(again);

        assertThat(waiting()).singleElement().satisfies(pair -> {
            assertThat(List.of(pair.first(), pair.second())).containsExactlyInAnyOrder(first.id(), again.id());
            assertThat(pair.likeness()).isBetween(0.8, 0.999);
        });
    }

    @Test
    void oneFormFilledInForTwoPersonsIsNotADuplicate() {
        stored("a.pdf", print(3, 0), OWNER, "12/GPXD-UBND", "2025-09-08");
        stored("b.pdf", print(3, 2), OwnerId.find("001085000456").orElseThrow(), "13/GPXD-UBND", "2025-09-08");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void theSameNumberOfTheSameOwnerIsProposedHoweverItLooks() {
        stored("a.pdf", print(3, 0), OWNER, "12/GPXD-UBND", "2024-01-08");
        stored("b.pdf", "", OWNER, "12/gpxd-ubnd", "2025-09-08");
        assertThat(waiting()).singleElement().satisfies(pair -> assertThat(pair.sameKey())
                .isTrue());
    }

    @Test
    void aPaperOnItsWayBackIsNoCandidate() {
        Document gone = house.receive("a.pdf");
        house.rows.duplicateBook().keepPrint(gone.id(), print(3, 0));
        house.move(gone, DigitisationStatus.NEEDS_RESCAN);
        stored("b.pdf", print(3, 0), OWNER, "12/GPXD-UBND", "2025-09-08");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aNewerPaperReplacesAnOlderOneAndTheChainIsShown() {
        Document first = stored("a.pdf", print(3, 0), OWNER, "12/GPXD-UBND", "2023-01-08");
        Document second = stored("b.pdf", print(5, 0), OWNER, "44/GPXD-UBND", "2024-01-08");
        Document third = stored("c.pdf", print(7, 0), OWNER, "90/GPXD-UBND", "2025-01-08");

        desk.duplicates.decide(first.id(), second.id(), Verdict.NEWER, "lan.pham");
        desk.duplicates.decide(second.id(), third.id(), Verdict.NEWER, "lan.pham");

        assertThat(house.now(first).standing()).isEqualTo(ReuseStanding.SUPERSEDED);
        assertThat(house.now(second).standing()).isEqualTo(ReuseStanding.SUPERSEDED);
        assertThat(house.now(third).standing()).isEqualTo(ReuseStanding.CANDIDATE);
        for (Document each : List.of(first, second, third)) {
            assertThat(desk.duplicates.chain(each.id()))
                    .extracting(Document::id)
                    .containsExactly(first.id(), second.id(), third.id());
        }
        refused(Problem.WRONG_STATUS, () -> desk.duplicates.decide(third.id(), first.id(), Verdict.NEWER, "lan.pham"));
    }

    @Test
    void oneDecisionCountsAndTheSameOnceMoreIsNone() {
        Document first = stored("a.pdf", print(3, 0), OWNER, "12/GPXD-UBND", "2025-09-08");
        Document second = stored("b.pdf", print(3, 4), OWNER, "12/GPXD-UBND", "2025-09-08");

        desk.duplicates.decide(first.id(), second.id(), Verdict.SAME_AS, "lan.pham");
        desk.duplicates.decide(second.id(), first.id(), Verdict.SAME_AS, "minh.tran");
        refused(
                Problem.ALREADY_DECIDED,
                () -> desk.duplicates.decide(first.id(), second.id(), Verdict.KEEP_BOTH, "minh.tran"));

        assertThat(waiting()).isEmpty();
        assertThat(desk.duplicates.pairs(Optional.of(Verdict.SAME_AS)))
                .singleElement()
                .satisfies(pair -> assertThat(pair.officer()).isEqualTo("lan.pham"));
        assertThat(house.now(first).status()).isEqualTo(DigitisationStatus.STORED);
        assertThat(house.now(second).status()).as("nothing is deleted").isEqualTo(DigitisationStatus.STORED);
        refused(Problem.USAGE, () -> desk.duplicates.decide(first.id(), first.id(), Verdict.SAME_AS, "lan.pham"));
    }

    @Test
    void bothSidesAreShownAndTheLookIsRecorded() {
        Document first = stored("a.pdf", print(3, 0), OWNER, "12/GPXD-UBND", "2025-09-08");
        Document second = stored("b.pdf", print(3, 4), OWNER, "12/GPXD-UBND", "2025-09-08");
        assertThat(desk.duplicates.show(first.id(), second.id(), "lan.pham").pair())
                .isPresent();
        assertThat(house.rows.auditTrail().history(second.id())).last().satisfies(event -> assertThat(event.event())
                .isEqualTo("XEM"));
    }
}
