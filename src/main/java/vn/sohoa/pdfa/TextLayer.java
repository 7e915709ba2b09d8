package vn.sohoa.pdfa;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** The words of one page as PDF operators for invisible letters, each line level. */
final class TextLayer {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MIN_SIZE = 2;
    private static final double EM = GlyphlessFont.ADVANCE / 1000.0;
    /** A blank in sizes: poppler wants 0.15 to see two words. Where words stand closer, the first is written narrower. */
    private static final double NARROWEST_BLANK = 0.2;

    private static final double NARROWEST_WORD = 0.3;

    private final PageLayout layout;

    TextLayer(PageLayout layout) {
        this.layout = layout;
    }

    void write(PageText text, StringBuilder out) {
        out.append("BT 3 Tr\n");
        for (List<Word> line : text.lines()) {
            List<Word> placed =
                    line.stream().filter(word -> !word.box().equals(Box.NONE)).toList();
            if (!placed.isEmpty()) {
                line(out, placed);
            }
        }
        out.append("ET\n");
    }

    /** One base line and one size for the line: boxes differ by tails and tone marks, and viewers would see line breaks. */
    private void line(StringBuilder out, List<Word> line) {
        double y = layout.y(median(line, word -> word.box().bottom()));
        int size = (int) Math.max(MIN_SIZE, Math.round(layout.length(median(line, word -> word.box()
                .height()))));
        out.append(format("/%s %d Tf\n", GlyphlessFont.NAME, size));
        for (int i = 0; i < line.size(); i++) {
            Box box = line.get(i).box();
            double width = layout.length(Math.max(1, box.width()));
            double gap = 0;
            if (i + 1 < line.size()) {
                double next = layout.length(line.get(i + 1).box().x() - (double) box.x());
                width = Math.max(NARROWEST_WORD * width, Math.min(width, next - NARROWEST_BLANK * size));
                gap = Math.max(NARROWEST_BLANK * size, next - width);
            }
            out.append(format("1 0 0 1 %.2f %.2f Tm ", layout.x(box.x()), y));
            show(out, printable(line.get(i).text()), width, size);
            if (gap > 0) {
                // a blank of its own that reaches to the next word: words keep their places, and a selected line its
                // blanks
                show(out, " ", gap, size);
            }
            out.append('\n');
        }
    }

    private static void show(StringBuilder out, String text, double width, int size) {
        out.append(format("%.2f Tz <", 100 * width / (text.length() * size * EM)));
        text.chars().forEach(c -> out.append(HEX.toHexDigits((char) c)));
        out.append("> Tj ");
    }

    private static int median(List<Word> line, ToIntFunction<Word> measure) {
        int[] values = line.stream().mapToInt(measure).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Control characters and halves of surrogate pairs have no place in text; a word of nothing else becomes a blank. */
    static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && c < 0x1_0000)
                .filter(c -> c < 0xFFFE)
                .forEach(kept::appendCodePoint);
        return kept.isEmpty() ? " " : kept.toString();
    }

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
