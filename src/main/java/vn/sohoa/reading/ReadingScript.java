package vn.sohoa.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.imaging.CleanedPage;
import vn.sohoa.imaging.ImagingLimits;
import vn.sohoa.imaging.PageRenderer;
import vn.sohoa.imaging.PageSource;
import vn.sohoa.imaging.PageView;
import vn.sohoa.mediatype.MediaTypeDetector;
import vn.sohoa.mediatype.OfficeLimits;
import vn.sohoa.mediatype.OfficeText;
import vn.sohoa.ocr.Deadline;
import vn.sohoa.ocr.OcrEngine;
import vn.sohoa.ocr.OcrEngines;
import vn.sohoa.ocr.UprightReading;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;
import vn.sohoa.page.Word;
import vn.sohoa.reading.ReaderOrders.Opened;
import vn.sohoa.reading.ReaderOrders.Order;
import vn.sohoa.reading.ReaderOrders.Setup;
import vn.sohoa.signing.SignatureVerifier;
import vn.sohoa.signing.SignatureVerifiers;

/** What a reader does with a file, in order: size, hash, type, pages or text, signatures. For the one thread of a reader. */
final class ReadingScript {
    /** Words of one page that the parent is asked to hold: some thousand sheets of office text. */
    static final int MAX_WORDS = 500_000;

    private static final Set<String> PICTURES = Set.of("application/pdf", "image/tiff", "image/jpeg", "image/png");
    private static final int MAX_WORD_LETTERS = 10_000;
    /** Left of a page's time when the recogniser has to stop, so that it answers before it is ended. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(1);

    private final Setup setup;
    private final MediaTypeDetector detector = new MediaTypeDetector();
    private @Nullable OcrEngine engine;
    private @Nullable SignatureVerifier verifier;
    private String trusted = "";

    /** Where the answer goes, piece by piece. */
    interface Sink {
        void opened(Opened opened) throws IOException;

        void signed(ReportCodec.Judged judged) throws IOException;

        void piece(byte[] pdf) throws IOException;

        void page(PageReading page) throws IOException;
    }

    ReadingScript(Setup setup) {
        this.setup = setup;
    }

    /** @throws IOException if the channel or the file fails; a {@link DigitisationException} says what is wrong with a file */
    void read(Order order, Sink sink) throws IOException {
        Path file = order.file();
        Sha256 sha256 = hash(file);
        String type = detector.detect(file);
        if (OfficeText.knows(type)) {
            office(order, sha256, type, sink);
        } else if (order.request().parts().equals(Set.of(Part.SIGNATURES))
                && (PICTURES.contains(type) || SignatureVerifiers.judges(type))) {
            signaturesAlone(file, sha256, type, sink);
        } else if (!PICTURES.contains(type)) {
            throw new DigitisationException(Problem.TYPE_NOT_ACCEPTED, type);
        } else {
            pages(order, sha256, type, sink);
        }
    }

    private Sha256 hash(Path file) throws IOException {
        long size = Files.size(file);
        if (size > setup.maxFileBytes()) {
            throw new DigitisationException(Problem.FILE_TOO_LARGE, size + " byte");
        }
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.of(digest);
    }

    private void office(Order order, Sha256 sha256, String type, Sink sink) throws IOException {
        ReadingRequest request = order.request();
        List<Word> words =
                request.wants(Part.WORDS) ? words(OfficeText.extract(order.file(), type, limits())) : List.of();
        sink.opened(new Opened(sha256, type, 1));
        if (request.wants(Part.SIGNATURES)) {
            sink.signed(judge(order.file(), type));
        }
        if (Answer.wantsPages(request) && request.firstPage() == 1) {
            @Nullable PageText text = request.wants(Part.WORDS) ? new PageText(PageText.Source.TEXT, words, 0) : null;
            sink.page(new PageReading(1, null, text, List.of(), null));
        }
    }

    private OfficeLimits limits() {
        return new OfficeLimits(
                setup.maxText(), setup.maxUnpackedBytes(), setup.maxUnpackedRatio(), setup.maxEntries());
    }

    /** The words of a text: a line for each line that has any. */
    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int line = 0;
        for (String each : text.split("\\R")) {
            int before = words.size();
            for (String word : each.split("[\\s\\p{Z}\\p{Cc}]+")) {
                for (int from = 0; from < word.length(); from += MAX_WORD_LETTERS) {
                    String piece = word.substring(from, Math.min(word.length(), from + MAX_WORD_LETTERS));
                    words.add(new Word(piece, Box.NONE, 100, line));
                }
            }
            if (words.size() > MAX_WORDS) {
                throw new DigitisationException(Problem.UNPACKED_TOO_LARGE, "hơn " + MAX_WORDS + " từ");
            }
            line += words.size() > before ? 1 : 0;
        }
        return words;
    }

    /** A file too broken to be shown can still bear a signature, and then its verdict is what is asked for. */
    private void signaturesAlone(Path file, Sha256 sha256, String type, Sink sink) throws IOException {
        int pages = 0;
        if (!PICTURES.contains(type)) { // nothing of it is shown
            sink.opened(new Opened(sha256, type, pages));
            sink.signed(judge(file, type));
            return;
        }
        try (PageSource source = PageRenderer.open(file, type, imagingLimits())) {
            pages = source.pages();
        } catch (DigitisationException e) {
            if (e.problem() != Problem.FILE_DAMAGED && e.problem() != Problem.FILE_PROTECTED) {
                throw e;
            }
        }
        sink.opened(new Opened(sha256, type, pages));
        sink.signed(judge(file, type));
    }

    private void pages(Order order, Sha256 sha256, String type, Sink sink) throws IOException {
        ReadingRequest request = order.request();
        try (PageSource source = PageRenderer.open(order.file(), type, imagingLimits())) {
            sink.opened(new Opened(sha256, type, source.pages()));
            if (request.wants(Part.SIGNATURES)) {
                sink.signed(judge(order.file(), type));
            }
            if (request.wants(Part.PIECE)) {
                sink.piece(source.piece(request.firstPage(), request.lastPage(), sha256));
            }
            int last = Answer.wantsPages(request) ? Math.min(request.lastPage(), source.pages()) : 0;
            for (int number = request.firstPage(); number <= last; number++) {
                sink.page(page(source.page(number), number, request));
            }
        }
    }

    private ImagingLimits imagingLimits() {
        return new ImagingLimits(setup.maxPages(), setup.maxRenderedPixels(), setup.maxImagePixels());
    }

    private PageReading page(PageView view, int number, ReadingRequest request) {
        Deadline deadline = new Deadline(setup.pageTimeout());
        try {
            return new PageReading(
                    number,
                    request.wants(Part.MEASUREMENTS) ? view.measure() : null,
                    request.wants(Part.WORDS) ? text(view, deadline) : null,
                    request.wants(Part.QR) ? view.qr() : List.<QrPayload>of(),
                    file(view, request));
        } catch (DigitisationException e) {
            String detail = e.detail().startsWith("trang ") ? e.detail() : "trang " + number + ": " + e.detail();
            throw new DigitisationException(e.problem(), detail, e);
        }
    }

    private static @Nullable PageFile file(PageView view, ReadingRequest request) {
        if (request.wants(Part.SMALL_PAGE_FILES)) {
            return view.smallFile();
        }
        if (request.wants(Part.CROP)) {
            return view.crop(request.box());
        }
        return request.wants(Part.PAGE_FILES) ? view.pageFile() : null;
    }

    private PageText text(PageView view, Deadline deadline) {
        Optional<PageText> layer = view.textLayer();
        if (layer.isPresent()) {
            return layer.get();
        }
        CleanedPage cleaned = view.clean();
        Duration left = deadline.left().minus(TO_ANSWER);
        Duration limit = left.compareTo(TO_ANSWER) < 0 ? TO_ANSWER : left;
        int guess = cleaned.quarterTurns();
        UprightReading read = UprightReading.read(
                engine(), guess, turns -> (turns == guess ? cleaned : view.clean(turns)).image(), limit);
        CleanedPage asRead = read.quarterTurns() == guess ? cleaned : view.clean(read.quarterTurns());
        return asRead.onScan(read.text());
    }

    /** Made when the first page needs it: most signed papers carry their text. */
    private OcrEngine engine() {
        OcrEngine made = engine;
        if (made == null) {
            made = OcrEngines.tesseract(setup.models(), setup.language(), setup.secondLanguage(), setup.natives());
            engine = made;
        }
        return made;
    }

    private ReportCodec.Judged judge(Path file, String type) throws IOException {
        SignatureVerifier now = verifier();
        SignatureReport report = now.verify(file, type);
        return new ReportCodec.Judged(report, now.lacking());
    }

    /** Made anew when the trust anchors have changed: a verdict must not speak for a set that is no more. */
    private SignatureVerifier verifier() throws IOException {
        String stamp = TrustStamp.of(setup.trust());
        SignatureVerifier made = verifier;
        if (made == null || !stamp.equals(trusted)) {
            made = SignatureVerifiers.withAnswers(setup.trust(), setup.answers(), Clock.systemUTC());
            verifier = made;
            trusted = stamp;
        }
        return made;
    }
}
