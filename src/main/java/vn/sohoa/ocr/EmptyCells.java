package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/**
 * Cells of a ruled table that bear ink but no word: the recogniser's layout passes over lone digits and short words in narrow
 * columns. Each is cut out and read by itself.
 */
final class EmptyCells {
    /** Darker is ink, on the way from 0 to 255. */
    private static final int INK = 128;
    /** Of rules, in inches from the middle of a rule. */
    private static final double RIM = 0.025;
    /** A cell is read as one line when its ink is no higher than so many usual heights. */
    private static final double ONE_LINE = 1.7;
    /** Ink lower than this share of the usual height is dust or a dash, which the recogniser does not lose. */
    private static final double LEAST = 0.4;

    /** A page with more such cells is a form not filled in, or hostile. */
    private static final int MOST = 120;

    private static final double SURE = 70;
    /** A doubtful number, which a person will see, is better than none. */
    private static final double SURE_NUMBER = 45;

    private static final Pattern NUMBER = Pattern.compile("[\\d.,]*\\d[\\d.,%]*");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}.,:/%()-]+");

    private final PageImage image;
    private final double usual;
    private final Function<Box, PageText> reader;

    private EmptyCells(PageImage image, double usualHeight, Function<Box, PageText> reader) {
        this.image = image;
        usual = usualHeight;
        this.reader = reader;
    }

    /**
     * @param reader reads one line of the image, in its pixels; nothing where there is no time for it
     * @return the text with what stands in those cells behind all else, each cell a line
     */
    static PageText filled(PageText text, List<RuledTable> tables, PageImage image, Function<Box, PageText> reader) {
        EmptyCells cells = new EmptyCells(image, TextNoise.usualHeight(text.words()), reader);
        List<Word> words = new ArrayList<>(text.words());
        int line = words.isEmpty() ? 0 : words.get(words.size() - 1).line();
        List<Box> inked = tables.stream()
                .flatMap(table -> cells.empty(table, text.words()).stream())
                .filter(cell -> cells.isLine(cells.ink(cell)))
                .limit(MOST)
                .toList();
        for (Box cell : inked) {
            line++;
            for (Word word : cells.read(cell)) {
                words.add(new Word(word.text(), word.box(), word.confidence(), line));
            }
        }
        return new PageText(text.source(), words, text.turnedDegrees());
    }

    private List<Box> empty(RuledTable table, List<Word> words) {
        Set<Integer> full = new HashSet<>();
        for (Word word : words) {
            Box box = word.box();
            table.cell(box.x() + box.width() / 2.0, box.y() + box.height() / 2.0)
                    .ifPresent(full::add);
        }
        List<Box> empty = new ArrayList<>();
        for (int i = 0; i < table.cells().size(); i++) {
            if (!full.contains(i)) {
                empty.add(table.cells().get(i));
            }
        }
        return empty;
    }

    private List<Word> read(Box cell) {
        return reader.apply(withRoom(ink(cell), cell)).words().stream()
                .filter(word -> PLAIN.matcher(word.text()).matches())
                .filter(word ->
                        word.confidence() >= (NUMBER.matcher(word.text()).matches() ? SURE_NUMBER : SURE))
                .toList();
    }

    private boolean isLine(Box ink) {
        return ink.height() > 0 && ink.height() >= LEAST * usual && ink.height() <= ONE_LINE * usual;
    }

    /** As far as the ink within the rules goes. */
    private Box ink(Box cell) {
        int rim = (int) Math.ceil(RIM * image.dpi());
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = -1;
        int bottom = -1;
        for (int y = cell.y() + rim; y < Math.min(image.height(), cell.bottom() - rim); y++) {
            for (int x = cell.x() + rim; x < Math.min(image.width(), cell.right() - rim); x++) {
                if (image.at(x, y) < INK) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0 ? Box.NONE : new Box(left, top, right - left + 1, bottom - top + 1);
    }

    /** With the white around it that the recogniser wants, as far as there is some within the rules. */
    private Box withRoom(Box ink, Box cell) {
        int rim = (int) Math.ceil(RIM * image.dpi());
        int room = (int) usual / 2;
        int x = Math.max(cell.x() + rim, ink.x() - room);
        int y = Math.max(cell.y() + rim, ink.y() - room);
        int right = Math.min(cell.right() - rim, ink.right() + room);
        int bottom = Math.min(cell.bottom() - rim, ink.bottom() + room);
        return new Box(x, y, right - x, bottom - y);
    }
}
