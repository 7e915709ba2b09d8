package vn.sohoa.reading;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.page.PageFile;
import vn.sohoa.reading.Frames.Frame;
import vn.sohoa.reading.Frames.Kind;
import vn.sohoa.reading.ReaderOrders.Done;
import vn.sohoa.reading.ReaderOrders.Fault;
import vn.sohoa.reading.ReaderOrders.Opened;
import vn.sohoa.signing.network.Question;

/**
 * What readers have answered about one range of a file's pages so far, over both tries. Takes frames in their one right order
 * and believes none of them: a frame out of place is a {@link ProtocolException}.
 */
final class Answer {
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]{0,150}");

    private static final Set<Part> PICTURES = EnumSet.of(Part.PAGE_FILES, Part.SMALL_PAGE_FILES, Part.CROP);

    private final Sha256 expected;
    private final ReadingRequest request;
    private final ReadingSettings settings;
    private final PageSpool spool;
    private final Consumer<Opened> onOpening;
    private final List<PageSpool.Kept> pages = new ArrayList<>();
    private @Nullable Opened opened;
    private ReportCodec.@Nullable Judged signed;
    private byte @Nullable [] piece;
    private long nonce;
    private long cpuNanos;
    private boolean faulty;
    private volatile boolean unwanted;
    private Kind next = Kind.OPENED;
    private int pagesInThisTry;

    /** onOpening: told each time that a reader has opened the file. */
    Answer(
            Sha256 expected,
            ReadingRequest request,
            ReadingSettings settings,
            PageSpool spool,
            Consumer<Opened> onOpening) {
        this.expected = expected;
        this.request = request;
        this.settings = settings;
        this.spool = spool;
        this.onOpening = onOpening;
    }

    static boolean wantsPages(ReadingRequest request) {
        return !Set.of(Part.SIGNATURES, Part.PIECE).containsAll(request.parts());
    }

    /** A new try begins, under a new number. */
    void begin(long newNonce) {
        nonce = newNonce;
        next = Kind.OPENED;
        faulty = false;
        pagesInThisTry = 0;
    }

    /** What is still to be asked for: from the page after the last good one. */
    ReadingRequest rest() {
        EnumSet<Part> parts = EnumSet.copyOf(request.parts());
        if (signed != null && wantsPages(request)) {
            parts.remove(Part.SIGNATURES);
        }
        return request.narrowed(parts, request.firstPage() + pages.size(), request.lastPage());
    }

    /** Whether everything asked for is there, even if the reader died before it said so. */
    boolean whole() {
        return opened != null
                && (signed != null || !request.wants(Part.SIGNATURES))
                && (piece != null || !request.wants(Part.PIECE))
                && nextPage() > lastPage();
    }

    boolean finished() {
        return next == Kind.HELLO;
    }

    /** Whether the reader has said its last word on this order, so that it can be given another. */
    boolean over() {
        return finished() || faulty;
    }

    /** Nobody waits for this any more; the reader finds out with its next frame. */
    void abandon() {
        unwanted = true;
    }

    /** Bytes that the next frame may have. */
    int room() {
        return spool.room();
    }

    /** How long the next frame may take. */
    Duration patience(ReadingSettings limits) {
        return next == Kind.PAGE ? limits.pageTimeout() : limits.parseTimeout();
    }

    /** Where the reading stands, for the person who has to look: a page where pages were being read. */
    String place() {
        return switch (next) {
            case PAGE -> "trang " + nextPage();
            case SIGNED -> "chữ ký số";
            case PIECE -> "tách trang";
            case OPENED, HELLO, SETUP, READ, DONE, FAULT -> "mở tệp";
        };
    }

    void spent(long nanos) {
        cpuNanos += nanos;
    }

    /** @throws DigitisationException the problem that the reader has found in the file */
    void take(Frame frame) throws ProtocolException {
        spool.count(frame.body().length);
        if (frame.nonce() != nonce) {
            throw new ProtocolException("frame of another request");
        }
        if (unwanted) {
            throw new DigitisationException(Problem.INTERNAL, "không còn cần nữa");
        }
        if (frame.kind() == Kind.FAULT) {
            faulty = true;
            Fault fault = Fault.read(frame.body());
            throw new DigitisationException(fault.problem(), fault.detail());
        }
        if (frame.kind() != next) {
            throw new ProtocolException(frame.kind() + " where " + next + " was due");
        }
        switch (frame.kind()) {
            case OPENED -> take(Opened.read(frame.body()));
            case SIGNED -> signed = ReportCodec.read(frame.body());
            case PIECE -> piece = pdf(frame.body());
            case PAGE -> take(PageCodec.read(frame.body()), frame.body());
            case DONE -> take(Done.read(frame.body()));
            case HELLO, SETUP, READ, FAULT -> throw new ProtocolException("not for parents: " + frame.kind());
        }
        next = after(frame.kind());
    }

    private Kind after(Kind kind) {
        if (kind == Kind.DONE) {
            return Kind.HELLO;
        }
        if (kind == Kind.OPENED && request.wants(Part.SIGNATURES) && signed == null) {
            return Kind.SIGNED;
        }
        if ((kind == Kind.OPENED || kind == Kind.SIGNED) && request.wants(Part.PIECE) && piece == null) {
            return Kind.PIECE;
        }
        return nextPage() <= lastPage() ? Kind.PAGE : Kind.DONE;
    }

    private void take(Opened now) throws ProtocolException {
        if (!now.sha256().equals(expected)) {
            throw new ProtocolException("the reader has read other bytes");
        }
        if (!MEDIA_TYPE.matcher(now.mediaType()).matches()) {
            throw new ProtocolException("no media type");
        }
        if (now.totalPages() < 0 || now.totalPages() > settings.maxPages()) {
            throw new ProtocolException(now.totalPages() + " pages");
        }
        if (opened != null && !opened.equals(now)) {
            throw new ProtocolException("two readers disagree about the file");
        }
        opened = now;
        onOpening.accept(now);
    }

    private static byte[] pdf(byte[] body) throws ProtocolException {
        if (!new String(body, 0, Math.min(5, body.length), StandardCharsets.ISO_8859_1).equals("%PDF-")) {
            throw new ProtocolException("a piece that is no PDF");
        }
        return body;
    }

    private void take(PageReading page, byte[] body) throws ProtocolException {
        if (page.page() != nextPage()) {
            throw new ProtocolException("page " + page.page() + " where " + nextPage() + " was due");
        }
        boolean unasked = (page.measured() != null && !request.wants(Part.MEASUREMENTS))
                || (page.words() != null && !request.wants(Part.WORDS))
                || (!page.qr().isEmpty() && !request.wants(Part.QR))
                || (page.file() != null && Collections.disjoint(request.parts(), PICTURES));
        boolean missing = page.words() == null && request.wants(Part.WORDS);
        if (unasked || missing) {
            throw new ProtocolException("page with other parts than asked for");
        }
        PageFile file = page.file();
        if (file != null && (long) file.widthPx() * file.heightPx() > settings.maxImagePixels()) {
            throw new ProtocolException("page picture of " + file.widthPx() + " x " + file.heightPx());
        }
        pages.add(spool.keep(page, body));
        pagesInThisTry++;
    }

    private void take(Done done) throws ProtocolException {
        if (done.pages() != pagesInThisTry) {
            throw new ProtocolException("count of pages " + done.pages() + " where " + pagesInThisTry + " came");
        }
    }

    private int nextPage() {
        return request.firstPage() + pages.size();
    }

    /** 0 where no pages were asked for. */
    private int lastPage() {
        return opened == null || !wantsPages(request) ? 0 : Math.min(request.lastPage(), opened.totalPages());
    }

    /** What the file is. */
    Opened file() {
        Opened file = opened;
        if (file == null || !whole()) {
            throw new IllegalStateException("a reading is whole or not at all");
        }
        return file;
    }

    List<PageSpool.Kept> pages() {
        return pages;
    }

    @Nullable
    SignatureReport signature() {
        return signed == null ? null : signed.report();
    }

    List<Question> lacking() {
        return signed == null ? List.of() : signed.lacking();
    }

    byte @Nullable [] piece() {
        return piece;
    }

    long cpuNanos() {
        return cpuNanos;
    }
}
