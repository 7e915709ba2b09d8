package vn.sohoa.reading;

import java.nio.file.Path;

/** The only way to a foreign file. Safe for as many threads as there are readers; more wait. */
public interface DocumentReader extends AutoCloseable {

    /**
     * Reads a file in a reader process. The answer is whole, or there is none. May be repeated.
     *
     * @throws vn.sohoa.dossier.DigitisationException FILE_EMPTY, FILE_DAMAGED, FILE_PROTECTED, FILE_TOO_LARGE,
     *     UNPACKED_TOO_LARGE, TOO_MANY_PAGES, IMAGE_TOO_LARGE, TYPE_NOT_ACCEPTED; READER_DIED, READER_TIMEOUT or
     *     READER_MEMORY after the second try; OCR_UNAVAILABLE; READER_PROTOCOL
     */
    DocumentReading read(Path file, ReadingRequest request);

    /** What became of reader processes since this one began, for those who watch. */
    record Counts(long started, long died) {}

    /** Processes started, and those of them that a file ended or that had to be killed over one. */
    default Counts counts() {
        return new Counts(0, 0);
    }

    /** How many files can be read at once. */
    int capacity();

    @Override
    void close();
}
