package vn.sohoa.ocr;

import com.ochafik.lang.jnaerator.runtime.NativeSize;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import net.sourceforge.tess4j.ITessAPI.ETEXT_DESC;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessCancelFunc;
import net.sourceforge.tess4j.TessAPI;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/** One TessBaseAPI: costs about 50 ms to make and is kept; after a failure its inner state is not trusted and it is replaced. */
final class TesseractHandle implements AutoCloseable {
    private static final int AUTOMATIC_LAYOUT = 3;
    private static final int ONE_COLUMN = 4;
    private static final int ONE_LINE = 7;
    private static final int LSTM_ONLY = 1;
    /** The variables count only while the model is loaded; without debug_file standard error fills up. */
    private static final Map<String, String> SETTINGS = Map.of("debug_file", "/dev/null");

    private final Path models;
    private final String language;
    private final TessAPI api;
    private @Nullable TessBaseAPI open;
    private ByteBuffer pixels = ByteBuffer.allocateDirect(0);

    TesseractHandle(Path models, String language) {
        this.models = models;
        this.language = language;
        if (!Files.isRegularFile(models.resolve(language + ".traineddata"))) {
            throw new DigitisationException(Problem.OCR_UNAVAILABLE, "no " + language + ".traineddata in " + models);
        }
        try {
            api = TessAPI.INSTANCE;
        } catch (LinkageError e) {
            throw new DigitisationException(Problem.OCR_UNAVAILABLE, "the shared libraries do not load", e);
        }
        open = open();
    }

    private TessBaseAPI open() {
        TessBaseAPI made = api.TessBaseAPICreate();
        int failed = api.TessBaseAPIInit4(
                made,
                models.toString(),
                language,
                LSTM_ONLY,
                null,
                0,
                strings(SETTINGS.keySet()),
                strings(SETTINGS.values()),
                new NativeSize(SETTINGS.size()),
                0);
        if (failed != 0) {
            api.TessBaseAPIDelete(made);
            throw new DigitisationException(Problem.OCR_UNAVAILABLE, language + ".traineddata is not a usable model");
        }
        return made;
    }

    private static PointerByReference strings(Collection<String> values) {
        PointerByReference array = new PointerByReference();
        array.setPointer(new StringArray(values.toArray(String[]::new)));
        return array;
    }

    /** What is done with a page while the handle holds it. */
    interface Work<T> {
        T on(Shown page);
    }

    /** Shows a page to the recogniser; if the work fails, the handle is thrown away and made anew for the next page. */
    <T> T with(PageImage page, Deadline deadline, Work<T> work) {
        TessBaseAPI current = open == null ? open() : open;
        open = null; // comes back only if all goes well
        try {
            show(current, page);
            T result = work.on(new Shown(current, page, deadline));
            api.TessBaseAPIClear(current); // frees the page, keeps the model
            open = current;
            return result;
        } finally {
            if (open == null) {
                api.TessBaseAPIDelete(current);
            }
        }
    }

    private void show(TessBaseAPI current, PageImage page) {
        int size = page.pixels().length;
        if (pixels.capacity() < size) {
            pixels = ByteBuffer.allocateDirect(size);
        }
        pixels.clear().put(page.pixels()).flip();
        api.TessBaseAPISetPageSegMode(current, AUTOMATIC_LAYOUT);
        api.TessBaseAPISetImage(current, pixels, page.width(), page.height(), 1, page.width());
        api.TessBaseAPISetSourceResolution(current, (int) Math.round(page.dpi()));
    }

    /** A page within the recogniser. */
    final class Shown {
        private final TessBaseAPI current;
        private final PageImage page;
        private final Deadline deadline;

        private Shown(TessBaseAPI current, PageImage page, Deadline deadline) {
            this.current = current;
            this.page = page;
            this.deadline = deadline;
        }

        /** The words of the whole page in the recogniser's own order. */
        PageText all() {
            recognise();
            return words();
        }

        /** The words of the whole page, line by line from edge to edge. */
        PageText acrossColumns() {
            api.TessBaseAPISetPageSegMode(current, ONE_COLUMN);
            api.TessBaseAPISetRectangle(current, 0, 0, page.width(), page.height()); // forgets the layout that it has
            recognise();
            return words();
        }

        /** The words of one line, in pixels of the page. */
        PageText line(Box box) {
            int x = Math.max(0, box.x());
            int y = Math.max(0, box.y());
            int width = Math.min(page.width(), box.right()) - x;
            int height = Math.min(page.height(), box.bottom()) - y;
            if (width < 1 || height < 1) {
                return PageText.empty(PageText.Source.OCR);
            }
            api.TessBaseAPISetPageSegMode(current, ONE_LINE);
            api.TessBaseAPISetRectangle(current, x, y, width, height);
            recognise();
            return words();
        }

        private PageText words() {
            Pointer tsv = api.TessBaseAPIGetTsvText(current, 0);
            if (tsv == null) {
                throw new DigitisationException(Problem.OCR_UNAVAILABLE, "no answer from the recogniser");
            }
            try {
                return TsvReader.read(tsv.getString(0, "UTF-8"));
            } finally {
                api.TessDeleteText(tsv);
            }
        }

        /** Tesseract asks between words whether to go on; what it has when it stops is a mixture and is thrown away. */
        private void recognise() {
            ETEXT_DESC monitor = api.TessMonitorCreate();
            TessCancelFunc enough = (self, words) -> deadline.over();
            try {
                api.TessMonitorSetCancelFunc(monitor, enough);
                if (api.TessBaseAPIRecognize(current, monitor) != 0) {
                    throw deadline.over()
                            ? new DigitisationException(
                                    Problem.READER_TIMEOUT,
                                    "quá " + deadline.limit().toMillis() + " ms cho một trang")
                            : new DigitisationException(Problem.OCR_UNAVAILABLE, "the recogniser gave up");
                }
            } finally {
                api.TessMonitorDelete(monitor);
                Reference.reachabilityFence(enough); // called from outside Java
            }
        }
    }

    @Override
    public void close() {
        if (open != null) {
            api.TessBaseAPIDelete(open);
            open = null;
        }
    }
}
