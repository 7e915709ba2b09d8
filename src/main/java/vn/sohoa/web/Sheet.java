package vn.sohoa.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.workflow.desk.ShowPaper;

/**
 * A page as it is drawn: the picture turned upright as it was read, so that the boxes of words lie where the words are.
 *
 * @param width of the drawing, in pixels of the page
 * @param turn how the picture is turned within the drawing
 * @param imageWidth of the coded picture, in pixels of the page
 * @param marks what is framed
 */
record Sheet(int page, int width, int height, String turn, int imageWidth, int imageHeight, List<Mark> marks) {

    /** A frame. @param name of the field, or empty for a word that was looked for */
    record Mark(String name, int x, int y, int width, int height) {

        static Mark of(String name, Box box) {
            return new Mark(name, box.x(), box.y(), box.width(), box.height());
        }
    }

    /** @param sought words that are looked for */
    static Sheet of(ShowPaper.Page page, List<ExtractedValue> values, String sought) {
        PageFile file = page.picture();
        Optional<PageText> text = page.text();
        boolean lying = text.map(PageText::quarterTurns).orElse(0) % 2 == 1;
        boolean coded = file.turns() % 2 == 1;
        int width = lying ? page.height() : page.width();
        int height = lying ? page.width() : page.height();
        int imageWidth = coded ? page.height() : page.width();
        int imageHeight = coded ? page.width() : page.height();
        double degrees = text.map(PageText::turnedDegrees).orElse(0.0) + 90.0 * file.turns();
        String turn = String.format(
                Locale.ROOT,
                "translate(%.1f %.1f) rotate(%.3f) translate(%.1f %.1f)",
                width / 2.0,
                height / 2.0,
                degrees,
                -imageWidth / 2.0,
                -imageHeight / 2.0);
        List<Mark> marks = new ArrayList<>();
        values.stream()
                .filter(value -> value.page() == page.page() && !value.box().equals(Box.NONE))
                .forEach(value -> marks.add(Mark.of(value.field(), value.box())));
        Set<String> wanted = Arrays.stream(folded(sought).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
        text.stream()
                .flatMap(read -> read.words().stream())
                .filter(word -> isSought(word, wanted))
                .forEach(word -> marks.add(Mark.of("", word.box())));
        return new Sheet(page.page(), width, height, turn, imageWidth, imageHeight, List.copyOf(marks));
    }

    private static boolean isSought(Word word, Set<String> wanted) {
        return !wanted.isEmpty()
                && Arrays.stream(folded(word.text()).split("[^\\p{L}\\p{N}]+")).anyMatch(wanted::contains);
    }

    /** Without accents and case. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }
}
