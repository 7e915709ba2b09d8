package vn.sohoa.ocr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/** Reads a page with a quick model, and the lines that it is not sure of once more with a thorough one. */
final class TesseractEngine implements OcrEngine {
    /** Less sure than this is no text: a page on its head, a drawing. */
    private static final double NONSENSE = 60;

    private final TesseractHandle quick;
    private final Path models;
    private final String second;
    private @Nullable TesseractHandle thorough;

    /** second: empty for none. */
    TesseractEngine(Path models, String language, String second) {
        this.models = models;
        this.second = second;
        if (!second.isEmpty() && !Files.isRegularFile(models.resolve(second + ".traineddata"))) {
            throw new DigitisationException(Problem.OCR_UNAVAILABLE, "no " + second + ".traineddata in " + models);
        }
        quick = new TesseractHandle(models, language);
    }

    @Override
    public PageText read(PageImage page, Duration limit) {
        Deadline deadline = new Deadline(limit);
        List<RuledTable> tables = RuledTable.on(page);
        PageText read = quick.with(page, deadline, shown -> whole(shown, page, tables, deadline));
        PageText first = mended(ReadingOrder.straightened(read, tables), tables);
        if (second.isEmpty() || first.confidence() < NONSENSE || !deadline.leisure()) {
            return first;
        }
        DoubtfulLines doubtful = DoubtfulLines.of(first);
        return doubtful.none()
                ? first
                : mended(thorough().with(page, deadline, shown -> doubtful.readAnew(shown, deadline)), tables);
    }

    /** What the layout found, and what it passed over in tables. */
    private static PageText whole(
            TesseractHandle.Shown shown, PageImage page, List<RuledTable> tables, Deadline deadline) {
        Function<Box, PageText> line =
                box -> deadline.leisure() ? shown.line(box) : PageText.empty(PageText.Source.OCR);
        PageText cells = EmptyCells.filled(all(shown), tables, page, line);
        return TopNumber.found(NumberColumn.filled(cells, page, line), page, line);
    }

    private static PageText mended(PageText read, List<RuledTable> tables) {
        PageText cleared = StrayMarks.cleared(TextNoise.cleared(read));
        PageText counted = RowNumbers.counted(RomanNumbers.counted(cleared), tables);
        return Phrases.corrected(Commas.setRight(counted));
    }

    private static PageText all(TesseractHandle.Shown page) {
        PageText read = page.all();
        return LostNumbers.in(read) ? LostNumbers.better(read, page.acrossColumns()) : read;
    }

    /** Made when the first line needs it. */
    private TesseractHandle thorough() {
        TesseractHandle made = thorough;
        if (made == null) {
            made = new TesseractHandle(models, second);
            thorough = made;
        }
        return made;
    }

    @Override
    public void close() {
        quick.close();
        if (thorough != null) {
            thorough.close();
        }
    }
}
