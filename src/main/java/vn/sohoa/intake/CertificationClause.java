package vn.sohoa.intake;

import java.util.List;
import java.util.regex.Pattern;
import vn.sohoa.page.PageText;

/**
 * Knows the clause that makes a paper a certified copy (lời chứng; R-03): its sentence at the beginning of a line, and beside it the
 * certification number, its book, or who certified. A form that asks for certified copies, or a law that quotes the sentence,
 * has the one but not the other.
 */
final class CertificationClause {
    private static final List<String> SENTENCES =
            List.of("chung thuc ban sao dung voi ban chinh", "chung thuc ban sao nay dung voi ban chinh");
    private static final Pattern NUMBER =
            Pattern.compile("\\bso chung thuc\\b|\\bsct bs\\b|\\bquyen so\\b.{0,20}\\bsct\\b");
    private static final Pattern CERTIFIER =
            Pattern.compile("\\bnguoi thuc hien chung thuc\\b|\\bcong chung vien\\b|\\bchu tich\\b|\\bpho chu tich\\b");
    private static final double WRONG_SHARE = 0.15;
    /** A label such as "BẢN SAO." may stand before the sentence. */
    private static final int MOST_LETTERS_BEFORE = 12;

    private CertificationClause() {}

    static boolean standsOn(PageText page) {
        List<String> lines = Segment.of(page).stream().map(Segment::folded).toList();
        boolean sentence = false;
        for (int i = 0; i < lines.size() && !sentence; i++) {
            String two = i + 1 < lines.size() ? lines.get(i) + " " + lines.get(i + 1) : lines.get(i);
            sentence = startsWithSentence(lines.get(i)) || startsWithSentence(two);
        }
        String all = String.join(" \n ", lines);
        boolean number = NUMBER.matcher(all).find();
        return sentence && (number || CERTIFIER.matcher(all).find());
    }

    private static boolean startsWithSentence(String line) {
        for (String sentence : SENTENCES) {
            int wrong = (int) (sentence.length() * WRONG_SHARE);
            int lastStart = Math.min(MOST_LETTERS_BEFORE, line.length() - sentence.length() + wrong);
            for (int start = 0; start <= lastStart; start++) {
                int end = Math.min(line.length(), start + sentence.length());
                if (EditDistance.within(line.substring(start, end), sentence, wrong)) {
                    return true;
                }
            }
        }
        return false;
    }
}
