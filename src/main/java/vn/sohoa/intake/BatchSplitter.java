package vn.sohoa.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

/**
 * Proposes where a mixed batch (tệp quét nhiều giấy tờ) has to be cut: one file for each paper (Circular 01/2023/TT-VPCP, Article 8;
 * Separator sheets are certain; everything else is a proposal that an officer may move.
 */
public final class BatchSplitter {
    /** A cut is made without being asked for from this certainty on. */
    public static final int LIKELY = 70;

    /** Quốc hiệu, Tiêu ngữ and a number or a date: hardly anything but a first page. */
    private static final int PLAIN = 85;

    private static final double TOP_SHARE = 0.3;
    private static final double HEIGHT_PER_WIDTH = 1.2;
    private static final String COUNTRY = "cong hoa xa hoi chu nghia viet nam";
    private static final String MOTTO = "doc lap tu do hanh phuc";
    private static final String PARTY = "dang cong san viet nam";
    private static final Pattern NUMBER = Pattern.compile("so \\d.*|.* so \\d+ \\w+.*");
    private static final Pattern DATE = Pattern.compile(".*\\bngay\\b.*\\bthang\\b.*\\bnam\\b.*");
    /** An annex bears the letterhead of the paper it belongs to now and then. */
    private static final Pattern ANNEX = Pattern.compile("phu luc\\b.*|.*\\bkem theo\\b.*");

    private static final Pattern PAGE_NUMBER = Pattern.compile("[2-9]|[1-9]\\d{1,2}");

    private BatchSplitter() {}

    /**
     * What is known of one page.
     *
     * @param text absent where it was not read
     */
    public record Page(boolean blank, List<QrPayload> codes, Optional<PageText> text) {}

    /** Sheets and cuts of a batch, in the order of its pages. */
    public static BatchPlan propose(List<Page> pages) {
        TreeSet<Integer> sheets = new TreeSet<>();
        List<BatchCut> cuts = new ArrayList<>();
        int blanks = 0;
        boolean begun = false;
        for (int number = 1; number <= pages.size(); number++) {
            Page page = pages.get(number - 1);
            boolean afterSheet = sheets.contains(number - 1);
            if ((afterSheet && page.blank()) || SeparatorSheet.among(page.codes())) {
                sheets.add(number);
            } else if (begun) {
                cut(page, number, afterSheet, blanks).ifPresent(cuts::add);
            } else {
                begun = true;
            }
            blanks = page.blank() ? blanks + 1 : 0;
        }
        cuts.sort(Comparator.comparingInt(BatchCut::page));
        return new BatchPlan(pages.size(), List.copyOf(sheets), cuts);
    }

    /** Pages, from 2, that look like the first of another paper: what looks like one paper may be several. */
    public static List<Integer> firstPages(List<PageText> texts) {
        List<Integer> found = new ArrayList<>();
        for (int i = 1; i < texts.size(); i++) {
            if (likeness(texts.get(i)) >= PLAIN) {
                found.add(i + 1);
            }
        }
        return found;
    }

    private static Optional<BatchCut> cut(Page page, int number, boolean afterSheet, int blanks) {
        if (afterSheet) {
            return Optional.of(new BatchCut(number, BatchCut.Reason.SEPARATOR_SHEET, 100));
        }
        if (page.blank()) {
            return Optional.empty();
        }
        int likeness = page.text().map(BatchSplitter::likeness).orElse(0);
        if (likeness > 0) {
            return Optional.of(new BatchCut(number, BatchCut.Reason.FIRST_PAGE, likeness));
        }
        // one blank page is most likely the back of the sheet before
        return blanks == 0
                ? Optional.empty()
                : Optional.of(new BatchCut(number, BatchCut.Reason.BLANK_SHEET, blanks > 1 ? 50 : 20));
    }

    /** How much a page looks like the first of a paper, 0 to 100. */
    private static int likeness(PageText text) {
        int right = text.words().stream().mapToInt(w -> w.box().right()).max().orElse(0);
        int bottom = text.words().stream().mapToInt(w -> w.box().bottom()).max().orElse(0);
        double top = TOP_SHARE * Math.max(bottom, HEIGHT_PER_WIDTH * right);
        List<Segment> segments = Segment.of(text).stream()
                .filter(segment -> segment.box().y() <= top)
                .toList();
        List<String> heads = segments.stream().map(Segment::folded).toList();
        boolean goesOn = !segments.isEmpty()
                && PAGE_NUMBER.matcher(segments.get(0).text().strip()).matches();
        if (goesOn || heads.stream().anyMatch(head -> ANNEX.matcher(head).matches())) {
            return 0;
        }
        boolean country = like(heads, COUNTRY, 5) || like(heads, PARTY, 3);
        boolean motto = like(heads, MOTTO, 4);
        if (!country && !motto) {
            return 0;
        }
        boolean number = heads.stream().anyMatch(head -> NUMBER.matcher(head).matches());
        boolean date = heads.stream().anyMatch(head -> DATE.matcher(head).matches());
        return (country && motto ? 75 : 60) + (number ? 15 : 0) + (date ? 10 : 0);
    }

    private static boolean like(List<String> heads, String phrase, int errors) {
        return heads.stream()
                .anyMatch(head -> EditDistance.within(head, phrase, errors)
                        || head.startsWith(phrase + ' ')
                        || head.endsWith(' ' + phrase));
    }
}
