package vn.sohoa.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.signing.SignatureVerifier;
import vn.sohoa.signing.SignatureVerifiers;
import vn.sohoa.signing.network.AnswerFolder;
import vn.sohoa.signing.network.CheckedClock;
import vn.sohoa.signing.network.NetworkLoader;
import vn.sohoa.signing.network.NetworkSettings;
import vn.sohoa.signing.network.TrustInquiry;

/** Judges signatures within this process as a reader would, with the two passes of the house around it; reads nothing else. */
public final class VerifyingReader implements DocumentReader {
    private final Path trust;
    private final Path answers;
    private final Clock clock;
    private int passes;

    private VerifyingReader(Path trust, Path answers, Clock clock) {
        this.trust = trust;
        this.answers = answers;
        this.clock = clock;
    }

    /** What works together on a verdict. */
    public record Judges(DocumentReader reader, TrustInquiry inquiry, VerifyingReader inner) {}

    public static Judges judges(Path trust, Path answers, NetworkSettings network, Clock clock) {
        NetworkLoader loader = new NetworkLoader(network);
        TrustInquiry inquiry = new TrustInquiry(loader, network, new AnswerFolder(answers), clock);
        VerifyingReader inner = new VerifyingReader(trust, answers, clock);
        CheckedClock checked = new CheckedClock(loader, network, clock);
        return new Judges(DocumentReaders.inquiring(inner, inquiry, checked, clock), inquiry, inner);
    }

    /** How often a file was judged. */
    public int passes() {
        return passes;
    }

    @Override
    public DocumentReading read(Path file, ReadingRequest request) {
        try {
            passes++;
            SignatureVerifier verifier = SignatureVerifiers.withAnswers(trust, answers, clock);
            SignatureReport report = verifier.verify(file, "application/pdf");
            return new DocumentReading(
                    Sha256.of(Files.readAllBytes(file)),
                    "application/pdf",
                    1,
                    List.of(),
                    report,
                    verifier.lacking(),
                    null,
                    0.1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public void close() {}
}
