package vn.sohoa.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Looks for marks of state secrecy (MẬT, TỐI MẬT, TUYỆT MẬT; Decree 30/2020/NĐ-CP; R-04). Where it doubts it says yes: a paper
 * wrongly set aside costs an officer a minute.
 */
public final class SecrecyMarks {
    /** Part of the page in which marks stand: under the number, or at the very top. */
    private static final double UPPER_SHARE = 0.5;
    /** Pages are at least this high for their width, so that a page with text at the top alone has an upper part. */
    private static final double HEIGHT_PER_WIDTH = 1.2;

    private static final int UPPER_LINES = 25;
    private static final int MOST_PIECES = 9;
    private static final Pattern LABELLED =
            Pattern.compile("(?:muc )?do mat(?: la)? (?:mat|toi mat|tuyet mat)(?: [a-z0-9]{1,2})?");
    private static final Pattern ENVELOPE = Pattern.compile(".*chi nguoi co ten moi duoc (?:boc|mo).*");
    private static final Set<String> SPEAKS_OF_SECRETS = Set.of("BÍ", "BẢO");
    private static final Pattern PLACE_AND_DATE = Pattern.compile(".*\\bngay\\b.*\\bthang\\b.*");
    private static final Pattern NUMBER_AND_SYMBOL = Pattern.compile(".*\\d.*/.*");

    private SecrecyMarks() {}

    /** Whether a page bears a mark of its own; a sentence that merely speaks of secrets is none. */
    public static boolean present(List<PageText> pages) {
        return pages.stream().anyMatch(SecrecyMarks::present);
    }

    private static boolean present(PageText page) {
        int right = page.words().stream().mapToInt(w -> w.box().right()).max().orElse(0);
        int bottom = page.words().stream().mapToInt(w -> w.box().bottom()).max().orElse(0);
        double upper = UPPER_SHARE * Math.max(bottom, HEIGHT_PER_WIDTH * right);
        String lastOfLineBefore = "";
        for (Segment segment : Segment.of(page)) {
            if (inUpperPart(segment, upper) && isMark(segment, lastOfLineBefore)) {
                return true;
            }
            List<Word> words = segment.words();
            lastOfLineBefore = words.get(words.size() - 1).text();
        }
        return false;
    }

    private static boolean inUpperPart(Segment segment, double upper) {
        Box box = segment.box();
        return box.equals(Box.NONE) ? segment.words().get(0).line() < UPPER_LINES : box.y() <= upper;
    }

    private static boolean isMark(Segment segment, String before) {
        String folded = segment.folded();
        if (LABELLED.matcher(folded).matches() || ENVELOPE.matcher(folded).matches()) {
            return true;
        }
        if (standsAlone(segment)) {
            // the second line of a title "…BẢO VỆ BÍ / MẬT" is no mark
            return !(segment.wholeLine() && SPEAKS_OF_SECRETS.contains(before));
        }
        return besideTheLetterhead(segment);
    }

    /** The segment is nothing but a mark, whatever stamp borders and noise recognition has added. */
    private static boolean standsAlone(Segment segment) {
        if (segment.words().size() > MOST_PIECES) {
            return false;
        }
        String letters = segment.text().replaceAll("[^\\p{L}]", "");
        String folded = Segment.fold(letters).replace(" ", "");
        boolean capitals = letters.chars().filter(Character::isUpperCase).count() * 2 > letters.length();
        if (folded.equals("mat")) {
            return capitals || letters.equals("Mật");
        }
        boolean capitalised = capitals || (!letters.isEmpty() && Character.isUpperCase(letters.charAt(0)));
        boolean topDegrees = EditDistance.within(folded, "toimat", 1) && folded.endsWith("t");
        return capitalised && (topDegrees || EditDistance.within(folded, "tuyetmat", 2));
    }

    /** The mark as first or last word of a segment where the gap between two columns was not seen. */
    private static boolean besideTheLetterhead(Segment segment) {
        List<Word> words = segment.words();
        if (words.size() < 2) {
            return false;
        }
        boolean first = isMarkWord(words.get(0))
                && PLACE_AND_DATE.matcher(segment.folded()).matches();
        int last = words.size() - 1;
        boolean afterNumber = isMarkWord(words.get(last))
                && NUMBER_AND_SYMBOL.matcher(words.get(last - 1).text()).matches();
        return first || afterNumber;
    }

    private static boolean isMarkWord(Word word) {
        String letters = word.text().replaceAll("[^\\p{L}]", "");
        return letters.startsWith("M") && letters.toUpperCase(Locale.ROOT).equals("MẬT");
    }
}
