package vn.sohoa.extraction;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sohoa.page.Word;

/** What is printed before a name, bare of the item's number, the translation and remarks: "2. Họ tên / Full name (in hoa):" is "ho ten". */
final class Captions {
    private static final Pattern ITEM =
            Pattern.compile("^\\s*(?:(?:\\d{1,2}(?:\\.\\d{1,2})*|\\p{L}|[IVX]{1,4})[.)]|[-+*•])\\s*");
    /** Letters without marks behind a stroke are no Vietnamese: "/ Full name", not "/Bà". */
    private static final Pattern TRANSLATION = Pattern.compile("\\s*/\\s*[A-Za-z][A-Za-z'’ ]{3,}(?=[:./]|$)");

    private static final Pattern REMARK = Pattern.compile("\\((?:\\S+\\s)+\\S+\\)");

    private Captions() {}

    static String folded(List<Word> words) {
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        String label = TRANSLATION.matcher(ITEM.matcher(text).replaceFirst("")).replaceFirst("");
        String bare = Fold.words(REMARK.matcher(label).replaceAll(" "));
        return bare.isEmpty() ? Fold.words(label) : bare; // "(Ký, ghi rõ họ tên)" is a caption too
    }

    /** Whether the folded words stand in the folded caption, as whole words. */
    static boolean has(String caption, String words) {
        return (" " + caption + " ").contains(" " + words + " ");
    }
}
