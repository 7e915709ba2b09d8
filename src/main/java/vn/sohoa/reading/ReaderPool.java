package vn.sohoa.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * Reads each file in a child process that may die of it. A file gets two readers at most: the second goes on at the page that
 * ended the first.
 */
final class ReaderPool implements DocumentReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);
    private static final long LOOK_MILLIS = 100;

    private final ReadingSettings settings;
    private final String mainClass;
    /** The last used comes first: two files after each other need one reader. */
    private final BlockingDeque<Slot> idle = new LinkedBlockingDeque<>();

    private final Set<ReaderProcess> living = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watcher;
    private final LongAdder started = new LongAdder();
    private final LongAdder died = new LongAdder();
    private volatile boolean closed;

    /** @param mainClass the child's program; tests name one that hangs or lies */
    ReaderPool(ReadingSettings settings, String mainClass) {
        this.settings = settings;
        this.mainClass = mainClass;
        for (int i = 0; i < settings.readers(); i++) {
            idle.add(new Slot());
        }
        watcher = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "reader-watch");
            thread.setDaemon(true);
            return thread;
        });
        var unused = watcher.scheduleWithFixedDelay(
                () -> living.forEach(reader -> reader.watch().look()), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public DocumentReading read(Path file, ReadingRequest request) {
        if (closed) {
            throw new IllegalStateException("the readers are closed");
        }
        Answer answer = new Answer(hash(file), request, settings);
        Slot slot = take();
        try {
            return slot.read(file, answer);
        } finally {
            idle.addFirst(slot);
        }
    }

    private Slot take() {
        try {
            return idle.takeFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DigitisationException(Problem.INTERNAL, "bị ngắt khi chờ tiến trình đọc", e);
        }
    }

    /** Counting and hashing bytes is all that this process does with a foreign file. */
    private Sha256 hash(Path file) {
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new DigitisationException(Problem.FILE_EMPTY, "0 byte");
            }
            if (size > settings.maxFile().toBytes()) {
                throw new DigitisationException(Problem.FILE_TOO_LARGE, size + " byte");
            }
            MessageDigest digest = Sha256.digest();
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return Sha256.of(digest);
        } catch (IOException e) {
            throw new DigitisationException(Problem.FILE_MISSING, "không đọc được tệp", e);
        }
    }

    @Override
    public Counts counts() {
        return new Counts(started.sum(), died.sum());
    }

    @Override
    public int capacity() {
        return settings.readers();
    }

    @Override
    public void close() {
        closed = true;
        watcher.shutdownNow();
        List.copyOf(living).parallelStream().forEach(ReaderProcess::end);
        living.clear();
    }

    /** The processes alive now. */
    List<ProcessHandle> processes() {
        return living.stream().map(ReaderProcess::handle).toList();
    }

    /** A place for one reader; held by one thread at a time. */
    private final class Slot {
        private @Nullable ReaderProcess reader;

        DocumentReading read(Path file, Answer answer) {
            long deadlineNanos = System.nanoTime() + settings.fileTimeout().toNanos();
            Optional<Problem> death = attempt(file, answer, deadlineNanos);
            boolean again = death.isPresent() && !answer.whole() && System.nanoTime() - deadlineNanos < 0;
            if (again) {
                LOG.info("A reader ended ({}), second try: {}", death.get(), answer.place());
                death = attempt(file, answer, deadlineNanos);
            }
            if (death.isPresent() && !answer.whole()) {
                throw new DigitisationException(death.get(), answer.place());
            }
            return answer.reading();
        }

        private Optional<Problem> attempt(Path file, Answer answer, long deadlineNanos) {
            ReaderProcess now = ready();
            try {
                Optional<Problem> death = now.perform(file, answer, deadlineNanos, settings);
                if (closed) {
                    throw new DigitisationException(Problem.INTERNAL, "phần mềm đang dừng");
                }
                if (death.isPresent()) {
                    died.increment();
                    discard();
                }
                return death;
            } catch (ProtocolException e) {
                LOG.warn("A reader broke the protocol: {}", e.getMessage());
                discard();
                throw new DigitisationException(Problem.READER_PROTOCOL, "tiến trình đọc trả lời sai", e);
            } catch (DigitisationException e) {
                if (e.problem() == Problem.INTERNAL) {
                    discard();
                }
                throw e;
            }
        }

        private ReaderProcess ready() {
            ReaderProcess present = reader;
            if (present != null && (present.files() >= settings.filesPerReader() || !present.alive())) {
                discard();
                present = null;
            }
            return present == null ? start() : present;
        }

        private ReaderProcess start() {
            try {
                ReaderProcess fresh = ReaderProcess.start(settings, mainClass);
                started.increment();
                living.add(fresh);
                reader = fresh;
                if (closed) {
                    discard();
                    throw new DigitisationException(Problem.INTERNAL, "phần mềm đang dừng");
                }
                return fresh;
            } catch (IOException e) {
                throw new DigitisationException(Problem.INTERNAL, "không khởi động được tiến trình đọc", e);
            }
        }

        private void discard() {
            ReaderProcess gone = reader;
            if (gone != null) {
                gone.kill();
                living.remove(gone);
                reader = null;
            }
        }
    }
}
