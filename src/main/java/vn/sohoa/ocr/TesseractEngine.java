package vn.sohoa.ocr;

import com.ochafik.lang.jnaerator.runtime.NativeSize;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import com.sun.jna.ptr.PointerByReference;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import net.sourceforge.tess4j.ITessAPI.ETEXT_DESC;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.TessAPI;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageImage;
import vn.sohoa.page.PageText;

/** One TessBaseAPI: costs about 50 ms to make and is kept; after a failure its inner state is not trusted and it is replaced. */
final class TesseractEngine implements OcrEngine {
    private static final int AUTOMATIC_LAYOUT = 3;
    private static final int LSTM_ONLY = 1;
    /** The variables count only while the model is loaded; without debug_file standard error fills up. */
    private static final Map<String, String> SETTINGS = Map.of("debug_file", "/dev/null");

    private final Path models;
    private final String language;
    private final TessAPI api;
    private @Nullable TessBaseAPI handle;
    private ByteBuffer pixels = ByteBuffer.allocateDirect(0);

    TesseractEngine(Path models, String language) {
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
        handle = open();
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

    @Override
    public PageText read(PageImage page, Duration limit) {
        TessBaseAPI current = handle == null ? open() : handle;
        handle = null; // comes back only if all goes well
        try {
            PageText text = read(current, page, limit);
            api.TessBaseAPIClear(current); // frees the page, keeps the model
            handle = current;
            return text;
        } finally {
            if (handle == null) {
                api.TessBaseAPIDelete(current);
            }
        }
    }

    private PageText read(TessBaseAPI current, PageImage page, Duration limit) {
        int size = page.pixels().length;
        if (pixels.capacity() < size) {
            pixels = ByteBuffer.allocateDirect(size);
        }
        pixels.clear().put(page.pixels()).flip();
        api.TessBaseAPISetPageSegMode(current, AUTOMATIC_LAYOUT);
        api.TessBaseAPISetImage(current, pixels, page.width(), page.height(), 1, page.width());
        api.TessBaseAPISetSourceResolution(current, (int) Math.round(page.dpi()));
        recognise(current, limit);
        Pointer tsv = api.TessBaseAPIGetTsvText(current, 0);
        if (tsv == null) {
            throw new DigitisationException(Problem.OCR_UNAVAILABLE, "no answer from the recogniser");
        }
        try {
            return ReadingOrder.straightened(TsvReader.read(tsv.getString(0, "UTF-8")));
        } finally {
            api.TessDeleteText(tsv);
        }
    }

    /** Tesseract looks at the deadline between words; what it has by then is a mixture and is thrown away. */
    private void recognise(TessBaseAPI current, Duration limit) {
        long start = System.nanoTime();
        int millis = (int) Math.max(1, Math.min(Integer.MAX_VALUE, limit.toMillis()));
        ETEXT_DESC deadline = api.TessMonitorCreate();
        try {
            api.TessMonitorSetDeadlineMSecs(deadline, millis);
            if (api.TessBaseAPIRecognize(current, deadline) != 0) {
                boolean late = System.nanoTime() - start >= limit.toNanos();
                throw late
                        ? new DigitisationException(Problem.READER_TIMEOUT, "quá " + millis + " ms cho một trang")
                        : new DigitisationException(Problem.OCR_UNAVAILABLE, "the recogniser gave up");
            }
        } finally {
            api.TessMonitorDelete(deadline);
        }
    }

    @Override
    public void close() {
        if (handle != null) {
            api.TessBaseAPIDelete(handle);
            handle = null;
        }
    }
}
