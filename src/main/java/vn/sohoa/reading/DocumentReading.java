package vn.sohoa.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.signing.network.Question;

/**
 * A whole reading of a file, checked by the parent.
 *
 * @param sha256 of the bytes that were read
 * @param mediaType by content
 * @param totalPages of the file, also where fewer were asked for
 * @param pages in order; those of a large file lie on disk and each look at one fetches it anew, so take them one after the
 *     other
 * @param signed signature report, or null if not asked for
 * @param lacking what the verifier of signatures could not know without asking
 * @param cut the pages asked for as a file of their own, or null if not asked for
 * @param cpuSeconds spent in the readers
 */
public record DocumentReading(
        Sha256 sha256,
        String mediaType,
        int totalPages,
        List<PageReading> pages,
        @Nullable SignatureReport signed,
        List<Question> lacking,
        byte @Nullable [] cut,
        double cpuSeconds)
        implements AutoCloseable {

    public DocumentReading {
        pages = pages instanceof SpooledPages ? pages : List.copyOf(pages);
        lacking = List.copyOf(lacking);
    }

    /** A reading that did not cut. */
    public DocumentReading(
            Sha256 sha256,
            String mediaType,
            int totalPages,
            List<PageReading> pages,
            @Nullable SignatureReport signed,
            double cpuSeconds) {
        this(sha256, mediaType, totalPages, pages, signed, List.of(), null, cpuSeconds);
    }

    /** The same with the signatures judged anew. */
    DocumentReading judged(SignatureReport report, double moreSeconds) {
        return new DocumentReading(
                sha256, mediaType, totalPages, pages, report, List.of(), cut, cpuSeconds + moreSeconds);
    }

    /** The pages asked for as a PDF: foreign bytes still. */
    public Optional<byte[]> piece() {
        return Optional.ofNullable(cut);
    }

    public Optional<SignatureReport> signature() {
        return Optional.ofNullable(signed);
    }

    /** Gives back the disk that a large reading takes; else that happens when nobody holds it any more. */
    @Override
    public void close() {
        if (pages instanceof SpooledPages spooled) {
            spooled.close();
        }
    }
}
