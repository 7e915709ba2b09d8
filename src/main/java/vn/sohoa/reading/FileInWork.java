package vn.sohoa.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.reading.ReaderOrders.Opened;

/**
 * One file while it is read: its pages in ranges, handed out in order to whichever reader is free, and what came of them. The
 * result is that of one reader going through the file: all pages in order, or the first problem of the file.
 */
final class FileInWork {
    /** A file of no more pages is one range, read by one reader: opening it twice would not pay. */
    static final int FIRST_PAGES = 8;

    /** A range is an order: the file is hashed and opened for it, and a reader lets go of what it has heaped up. */
    private static final int LEAST_PAGES = 4;

    private static final int MOST_PAGES = 64;
    /** Ranges for each reader, so that they end at about the same time. */
    private static final int SHARES = 3;

    private final Path file;
    private final Sha256 expected;
    private final ReadingRequest request;
    private final ReadingSettings settings;
    private final long deadlineNanos;
    private final PageSpool spool;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Answer> running = new ArrayList<>();
    private @Nullable Opened seen;
    private int nextPage;
    private int lastPage;
    private int failedRange = Integer.MAX_VALUE;
    private @Nullable DigitisationException failure;

    FileInWork(Path file, Sha256 expected, ReadingRequest request, ReadingSettings settings) {
        this.file = file;
        this.expected = expected;
        this.request = request;
        this.settings = settings;
        deadlineNanos = System.nanoTime() + settings.fileTimeout().toNanos();
        spool = new PageSpool(settings.maxAnswer().toBytes());
        nextPage = request.firstPage();
    }

    Path file() {
        return file;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** The first range, before anybody knows how many pages there are. onOpening: told once they are known. */
    synchronized Answer first(Runnable onOpening) {
        boolean cut = Answer.wantsPages(request) && request.lastPage() - request.firstPage() >= FIRST_PAGES;
        int last = cut ? request.firstPage() + FIRST_PAGES - 1 : request.lastPage();
        return hand(new Answer(
                expected,
                request.narrowed(request.parts(), request.firstPage(), last),
                settings,
                spool,
                opened -> opened(opened, last, onOpening)));
    }

    private void opened(Opened opened, int firstRangeEnds, Runnable onOpening) {
        synchronized (this) {
            if (seen != null || !Answer.wantsPages(request)) {
                return;
            }
            seen = opened;
            lastPage = Math.min(request.lastPage(), opened.totalPages());
            nextPage = firstRangeEnds == Integer.MAX_VALUE ? firstRangeEnds : firstRangeEnds + 1;
        }
        onOpening.run();
    }

    /** Whether there is a range for another reader. */
    synchronized boolean more() {
        return failure == null && seen != null && nextPage <= lastPage;
    }

    /** The next range, unless all are handed out or something has failed. */
    synchronized Optional<Answer> next() {
        if (!more()) {
            return Optional.empty();
        }
        int from = nextPage;
        int fair = (lastPage - from) / (SHARES * settings.readers()) + 1;
        int last = Math.min(lastPage, from + Math.max(LEAST_PAGES, Math.min(MOST_PAGES, fair)) - 1);
        nextPage = last + 1;
        EnumSet<Part> parts = EnumSet.copyOf(request.parts());
        parts.remove(Part.SIGNATURES); // judged with the first range
        return Optional.of(
                hand(new Answer(expected, request.narrowed(parts, from, last), settings, spool, this::same)));
    }

    private Answer hand(Answer answer) {
        answers.add(answer);
        running.add(answer);
        return answer;
    }

    /** Ranges come from different processes, and perhaps from a file that somebody has exchanged meanwhile. */
    private void same(Opened now) {
        if (!now.equals(seen)) {
            throw new DigitisationException(Problem.READER_PROTOCOL, "hai tiến trình đọc thấy hai tệp khác nhau");
        }
    }

    synchronized void finished(Answer answer) {
        running.remove(answer);
        notifyAll();
    }

    /** Of several problems the one nearest to the beginning counts, as it would for one reader. */
    synchronized void failed(Answer answer, DigitisationException problem) {
        running.remove(answer);
        int range = answers.indexOf(answer);
        if (range < failedRange) {
            failedRange = range;
            failure = problem;
            running.stream().filter(later -> answers.indexOf(later) > range).forEach(Answer::abandon);
        }
        notifyAll();
    }

    /** Waits until all ranges that count are there. */
    synchronized DocumentReading await() {
        try {
            while (running.stream().anyMatch(answer -> answers.indexOf(answer) < failedRange)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(answers.get(0), new DigitisationException(Problem.INTERNAL, "bị ngắt khi chờ tiến trình đọc", e));
        }
        DigitisationException problem = failure;
        if (problem != null) {
            spool.close();
            throw problem;
        }
        return reading();
    }

    private DocumentReading reading() {
        List<PageSpool.Kept> pages = new ArrayList<>();
        long nanos = 0;
        for (Answer answer : answers) {
            pages.addAll(answer.pages());
            nanos += answer.cpuNanos();
        }
        Answer first = answers.get(0);
        Opened opened = first.file();
        return new DocumentReading(
                opened.sha256(),
                opened.mediaType(),
                opened.totalPages(),
                new SpooledPages(pages, spool),
                first.signature(),
                first.lacking(),
                first.piece(),
                nanos / 1e9);
    }
}
