package vn.sohoa.intake;

import java.util.List;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;

/**
 * Knows the printed block of an electronic signature: signer, time of signing, {@code +07:00}. A paper that shows one is a print of
 * an electronic document. The block at the top left of page 1 is the scanning officer's own (Circular 01/2023/TT-VPCP,
 * Article 8) and says nothing about the paper.
 */
final class PrintedSignature {
    private static final Pattern LABEL = Pattern.compile(
            ".*\\b(?:nguoi ky|ky boi|duoc ky boi|nguoi ky so|thoi gian ky|ngay ky|thoi diem ky|signed by|signing time)\\b.*");
    /** Day, time and zone; recognition confuses the marks between the digits and O with 0. */
    private static final Pattern STAMP = Pattern.compile(
            ".*[\\dO]{1,4}\\s?[-./]\\s?[\\dO]{1,2}.*[\\dO]{1,2}\\s?[:.h]\\s?[\\dO]{2}.*\\+\\s?[0O]?7\\s?[:.']\\s?[0O]{2}.*");

    private static final int LONGEST_LINE = 300;
    private static final int LINES_OF_A_BLOCK = 6;
    private static final double LEFT_SHARE = 0.5;
    private static final double TOP_SHARE = 0.15;
    private static final double HEIGHT_PER_WIDTH = 1.4;

    private PrintedSignature() {}

    static boolean standsOn(List<PageText> pages) {
        for (int i = 0; i < pages.size(); i++) {
            if (standsOn(pages.get(i), i == 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsOn(PageText page, boolean first) {
        List<Segment> segments = Segment.of(page);
        for (int i = 0; i < segments.size(); i++) {
            Segment stamp = segments.get(i);
            if (isStamp(stamp.text()) && !(first && isScanners(stamp.box(), page))) {
                int from = Math.max(0, i - LINES_OF_A_BLOCK);
                int to = Math.min(segments.size(), i + LINES_OF_A_BLOCK + 1);
                if (segments.subList(from, to).stream()
                        .anyMatch(s -> LABEL.matcher(s.folded()).matches())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isStamp(String text) {
        return text.length() <= LONGEST_LINE && STAMP.matcher(text).matches();
    }

    private static boolean isScanners(Box box, PageText page) {
        if (box.equals(Box.NONE)) {
            return false;
        }
        int width = page.words().stream().mapToInt(w -> w.box().right()).max().orElse(0);
        int bottom = page.words().stream().mapToInt(w -> w.box().bottom()).max().orElse(0);
        double height = Math.max(bottom, HEIGHT_PER_WIDTH * width);
        return box.right() <= LEFT_SHARE * width && box.bottom() <= TOP_SHARE * height;
    }
}
