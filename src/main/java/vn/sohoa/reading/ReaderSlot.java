package vn.sohoa.reading;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** A place for one reader; held by one thread at a time. A range of pages gets two readers at most. */
final class ReaderSlot {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderSlot.class);

    private final Readers readers;
    private @Nullable ReaderProcess reader;

    /** The pool as its places see it. */
    interface Readers {
        ReadingSettings settings();

        ReaderProcess start() throws IOException;

        void ended(ReaderProcess reader);

        /** A file has ended a reader. */
        void died();

        boolean closed();
    }

    ReaderSlot(Readers readers) {
        this.readers = readers;
    }

    /** The second reader goes on at the page that ended the first. */
    void read(Path file, Answer answer, long deadlineNanos) {
        Optional<Problem> death = attempt(file, answer, deadlineNanos);
        boolean again = death.isPresent() && !answer.whole() && System.nanoTime() - deadlineNanos < 0;
        if (again) {
            LOG.info("A reader ended ({}), second try: {}", death.get(), answer.place());
            death = attempt(file, answer, deadlineNanos);
        }
        if (death.isPresent() && !answer.whole()) {
            throw new DigitisationException(death.get(), answer.place());
        }
    }

    private Optional<Problem> attempt(Path file, Answer answer, long deadlineNanos) {
        ReaderProcess now = ready();
        try {
            Optional<Problem> death = now.perform(file, answer, deadlineNanos, readers.settings());
            if (readers.closed()) {
                throw new DigitisationException(Problem.INTERNAL, "phần mềm đang dừng");
            }
            if (death.isPresent()) {
                readers.died();
                discard();
            }
            return death;
        } catch (ProtocolException e) {
            LOG.warn("A reader broke the protocol: {}", e.getMessage());
            discard();
            throw new DigitisationException(Problem.READER_PROTOCOL, "tiến trình đọc trả lời sai", e);
        } catch (DigitisationException e) {
            if (e.problem() == Problem.INTERNAL || !answer.over()) {
                discard();
            }
            throw e;
        }
    }

    private ReaderProcess ready() {
        ReaderProcess present = reader;
        if (present != null && (present.files() >= readers.settings().filesPerReader() || !present.alive())) {
            discard();
            present = null;
        }
        return present == null ? start() : present;
    }

    private ReaderProcess start() {
        try {
            ReaderProcess fresh = readers.start();
            reader = fresh;
            if (readers.closed()) {
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
            readers.ended(gone);
            reader = null;
        }
    }
}
