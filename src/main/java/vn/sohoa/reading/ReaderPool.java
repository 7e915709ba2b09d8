package vn.sohoa.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * Reads each file in a child process that may die of it. A file of many pages is shared among the readers that are free: never
 * more of them than the settings say, and none while another file waits.
 */
final class ReaderPool implements DocumentReader {
    private static final long LOOK_MILLIS = 100;

    private final ReadingSettings settings;
    private final String mainClass;
    /** The last used comes first: two files after each other need one reader. */
    private final BlockingDeque<ReaderSlot> idle = new LinkedBlockingDeque<>();

    private final Set<ReaderProcess> living = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watcher;
    private final ExecutorService helpers;
    /** Threads with a file that no reader is free for. */
    private final LongAdder waiting = new LongAdder();

    private final LongAdder started = new LongAdder();
    private final LongAdder died = new LongAdder();
    private volatile boolean closed;

    /** @param mainClass the child's program; tests name one that hangs or lies */
    ReaderPool(ReadingSettings settings, String mainClass) {
        this.settings = settings;
        this.mainClass = mainClass;
        ReaderSlot.Readers shared = new Shared();
        for (int i = 0; i < settings.readers(); i++) {
            idle.add(new ReaderSlot(shared));
        }
        watcher = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "reader-watch"));
        helpers = Executors.newCachedThreadPool(task -> daemon(task, "reader-help"));
        var unused = watcher.scheduleWithFixedDelay(
                () -> living.forEach(reader -> reader.watch().look()), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public DocumentReading read(Path file, ReadingRequest request) {
        if (closed) {
            throw new IllegalStateException("the readers are closed");
        }
        Sha256 sha256 = hash(file);
        ReaderSlot slot = take();
        FileInWork work = new FileInWork(file, sha256, request, settings);
        try {
            Optional<Answer> range = Optional.of(work.first(() -> recruit(work)));
            while (range.isPresent()) {
                read(slot, work, range.get());
                recruit(work);
                range = work.next();
            }
        } finally {
            idle.addFirst(slot);
        }
        return work.await();
    }

    private ReaderSlot take() {
        waiting.increment();
        try {
            return idle.takeFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DigitisationException(Problem.INTERNAL, "bị ngắt khi chờ tiến trình đọc", e);
        } finally {
            waiting.decrement();
        }
    }

    /** Readers that nobody else wants help with a file of many pages. */
    private void recruit(FileInWork work) {
        while (!closed && waiting.sum() == 0 && work.more()) {
            ReaderSlot free = idle.pollFirst();
            if (free == null) {
                return;
            }
            Optional<Answer> range = work.next();
            if (range.isEmpty()) {
                idle.addFirst(free);
                return;
            }
            helpers.execute(() -> help(free, work, range));
        }
    }

    /** Until the file is read, or somebody waits with another file. */
    private void help(ReaderSlot slot, FileInWork work, Optional<Answer> first) {
        try {
            Optional<Answer> range = first;
            while (range.isPresent()) {
                read(slot, work, range.get());
                range = waiting.sum() > 0 ? Optional.empty() : work.next();
            }
        } finally {
            idle.addFirst(slot);
        }
    }

    private static void read(ReaderSlot slot, FileInWork work, Answer range) {
        DigitisationException problem = new DigitisationException(Problem.INTERNAL, "tiến trình đọc bị ngắt");
        boolean whole = false;
        try {
            slot.read(work.file(), range, work.deadlineNanos());
            whole = true;
        } catch (DigitisationException e) {
            problem = e;
        } finally {
            if (whole) {
                work.finished(range);
            } else {
                work.failed(range, problem);
            }
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

    /** What the places of this pool share. */
    private final class Shared implements ReaderSlot.Readers {
        @Override
        public ReadingSettings settings() {
            return settings;
        }

        @Override
        public ReaderProcess start() throws IOException {
            ReaderProcess fresh = ReaderProcess.start(settings, mainClass);
            started.increment();
            living.add(fresh);
            return fresh;
        }

        @Override
        public void ended(ReaderProcess reader) {
            living.remove(reader);
        }

        @Override
        public void died() {
            died.increment();
        }

        @Override
        public boolean closed() {
            return closed;
        }
    }
}
