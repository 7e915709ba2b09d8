package vn.sohoa.quality;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Finds gaps in the numbers printed on pages (số trang; Decree 30/2020/NĐ-CP, Annex I: from page 2, alone at the head of the page).
 * Known only where text was read, so this is asked at extraction.
 */
public final class PageNumbers {
    private static final Pattern ALONE = Pattern.compile("[-–(]?([1-9][0-9]{0,2})[-–)]?");
    private static final double SURE = 70;
    /** The number stands in one of so many lines at the head or foot. */
    private static final int LINES = 2;

    private PageNumbers() {}

    /**
     * The first page whose number is higher than it should be. Two numbers must agree with the pages before it, and the numbers
     * after it with its own, or it is the last; a number read wrongly alone is not enough.
     */
    public static Optional<PageFault> gap(List<PageText> pages) {
        int[] ahead = new int[pages.size()]; // by how much the printed number is ahead of the place in the file
        boolean[] numbered = new boolean[pages.size()];
        for (int i = 0; i < pages.size(); i++) {
            int number = printed(pages.get(i));
            numbered[i] = number > 0;
            ahead[i] = number - (i + 1);
        }
        int agreed = 1; // the first page bears no number and is number one
        int known = 0;
        int last = 1;
        for (int i = 1; i < pages.size(); i++) {
            if (!numbered[i]) {
                continue;
            }
            if (ahead[i] == known) {
                agreed++;
            } else if (ahead[i] > known && agreed >= 2 && isConfirmed(ahead, numbered, i)) {
                return Optional.of(new PageFault(
                        i + 1,
                        Problem.PAGES_MISSING,
                        false,
                        List.of(Integer.toString(ahead[i] + i + 1), Integer.toString(last))));
            } else {
                return Optional.empty(); // numbers of another kind
            }
            last = ahead[i] + i + 1;
        }
        return Optional.empty();
    }

    private static boolean isConfirmed(int[] ahead, boolean[] numbered, int from) {
        for (int i = from + 1; i < ahead.length; i++) {
            if (numbered[i] && ahead[i] < ahead[from]) {
                return false;
            }
        }
        return true;
    }

    /** The number that stands alone at the head or foot, 0 if none does. */
    private static int printed(PageText page) {
        List<List<Word>> lines = page.lines();
        for (int i = 0; i < lines.size(); i++) {
            boolean outer = i < LINES || i >= lines.size() - LINES;
            if (outer && lines.get(i).size() == 1) {
                Word word = lines.get(i).get(0);
                Matcher m = ALONE.matcher(word.text());
                if (m.matches() && word.confidence() >= SURE) {
                    return Integer.parseInt(m.group(1));
                }
            }
        }
        return 0;
    }
}
