package vn.sohoa.pdfa;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * The words of one page as PDF operators for invisible letters. The words were read on a page turned upright; they are turned
 * back, so that they lie on the slanted lines of the scan.
 */
final class TextLayer {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MIN_SIZE = 2;

    private final double middleX;
    private final double middleY;
    private final double points;

    /** @param points length of a pixel */
    TextLayer(PageFile file, double points) {
        this.middleX = file.widthPx() / 2.0;
        this.middleY = file.heightPx() / 2.0;
        this.points = points;
    }

    void write(PageText text, StringBuilder out) {
        double turned = Math.toRadians(text.turnedDegrees());
        out.append("BT 3 Tr\n");
        for (List<Word> line : text.lines()) {
            List<Word> placed =
                    line.stream().filter(word -> !word.box().equals(Box.NONE)).toList();
            if (!placed.isEmpty()) {
                line(out, placed, turned);
            }
        }
        out.append("ET\n");
    }

    /** One base line and one size for the line: boxes differ by tails and tone marks, and viewers would see line breaks. */
    private void line(StringBuilder out, List<Word> line, double turned) {
        double bottom = median(line, word -> word.box().bottom());
        int size = (int)
                Math.max(MIN_SIZE, Math.round(median(line, word -> word.box().height()) * points));
        double cos = Math.cos(turned);
        double sin = Math.sin(turned);
        out.append(format("/%s %d Tf\n", GlyphlessFont.NAME, size));
        for (int i = 0; i < line.size(); i++) {
            Box box = line.get(i).box();
            String text = printable(line.get(i).text());
            double width = Math.max(1, box.width()) * points;
            if (i + 1 < line.size()) {
                text += " "; // reaches to the next word, so that a selected line has blanks between its words
                width = Math.max(width, (line.get(i + 1).box().x() - box.x()) * points);
            }
            double dx = box.x() - middleX;
            double dy = bottom - middleY;
            double x = (dx * cos + dy * sin + middleX) * points;
            double y = (middleY - (dy * cos - dx * sin)) * points;
            double stretch = 100 * width / (text.length() * size * (GlyphlessFont.ADVANCE / 1000.0));
            out.append(format("%.5f %.5f %.5f %.5f %.2f %.2f Tm %.2f Tz <", cos, sin, -sin, cos, x, y, stretch));
            text.chars().forEach(c -> out.append(HEX.toHexDigits((char) c)));
            out.append("> Tj\n");
        }
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
