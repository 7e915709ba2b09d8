package vn.sohoa.ocr;

import java.util.ArrayList;
import java.util.List;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** The lines of a page that bear a word or number the recogniser is not sure of. */
final class DoubtfulLines {
    /** Of words less sure than this about one in five is wrong; of the others one in a thousand. */
    private static final double SURE = 85;
    /** Long numbers with letters ("563/2018/KH-HĐND") are seldom read surer than 88, and nobody but a second reading can vouch for them. */
    private static final double SURE_OF_FIGURES = 90;
    /** Words so many times as high as the middle one are not measured. */
    private static final double TOWERING = 1.6;

    private final PageText first;
    private final List<List<Word>> lines;

    private DoubtfulLines(PageText first, List<List<Word>> lines) {
        this.first = first;
        this.lines = lines;
    }

    static DoubtfulLines of(PageText text) {
        return new DoubtfulLines(text, text.lines());
    }

    boolean none() {
        return lines.stream().noneMatch(DoubtfulLines::doubtful);
    }

    private static boolean doubtful(List<Word> line) {
        return line.stream().anyMatch(word -> word.confidence() < (WordVote.hasFigures(word) ? SURE_OF_FIGURES : SURE));
    }

    /** The whole page, each doubtful line made of the better words of both readings; for as long as there is time. */
    PageText readAnew(TesseractHandle.Shown page, Deadline deadline) {
        List<Word> words = new ArrayList<>();
        for (List<Word> line : lines) {
            if (doubtful(line) && deadline.leisure()) {
                List<Word> anew = page.line(around(line)).words();
                words.addAll(WordVote.of(line, anew));
            } else {
                words.addAll(line);
            }
        }
        return new PageText(first.source(), words, first.turnedDegrees());
    }

    /** With room for marks above and below that the boxes of words left out; without what towers over the line. */
    private static Box around(List<Word> line) {
        int[] heights =
                line.stream().mapToInt(word -> word.box().height()).sorted().toArray();
        double most = TOWERING * heights[heights.length / 2];
        Box box = line.stream()
                .map(Word::box)
                .filter(each -> each.height() <= most)
                .reduce(Box.NONE, Box::and);
        int room = Math.max(3, box.height() / 6);
        int x = Math.max(0, box.x() - 2 * room);
        int y = Math.max(0, box.y() - room);
        return new Box(x, y, box.right() + 2 * room - x, box.bottom() + room - y);
    }
}
