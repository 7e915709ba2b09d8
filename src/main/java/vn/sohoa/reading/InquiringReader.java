package vn.sohoa.reading;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.ClockDoubt;
import vn.sohoa.signing.network.CheckedClock;
import vn.sohoa.signing.network.Question;
import vn.sohoa.signing.network.TrustInquiry;

/**
 * Readers have no network. What one of them could not know about a signature is asked for here, of hosts that the operator has
 * allowed, and the same check runs again with the answers; a verdict is never put together from two checks. It bears the time of
 * the check, and says nothing certain where the clock is not believed.
 */
final class InquiringReader implements DocumentReader {
    /** The chain, then the state of each of its certificates, then lists where responders were no help. */
    private static final int PASSES = 4;

    private final DocumentReader reader;
    private final TrustInquiry inquiry;
    private final CheckedClock checkedClock;
    private final Clock clock;

    InquiringReader(DocumentReader reader, TrustInquiry inquiry, CheckedClock checkedClock, Clock clock) {
        this.reader = reader;
        this.inquiry = inquiry;
        this.checkedClock = checkedClock;
        this.clock = clock;
    }

    @Override
    public DocumentReading read(Path file, ReadingRequest request) {
        Instant since = clock.instant();
        DocumentReading reading = reader.read(file, request);
        if (reading.signature().isEmpty()) {
            return reading;
        }
        SignatureReport report = reading.signature().get();
        List<Question> lacking = reading.lacking();
        double seconds = 0;
        for (int pass = 1; pass < PASSES && open(report, lacking) && inquiry.obtain(lacking, since); pass++) {
            since = clock.instant();
            DocumentReading again = reader.read(file, ReadingRequest.of(Part.SIGNATURES));
            if (!again.sha256().equals(reading.sha256())) {
                throw new DigitisationException(Problem.READER_PROTOCOL, "tệp đã bị thay trong lúc kiểm tra");
            }
            report = again.signature().orElseThrow();
            lacking = again.lacking();
            seconds += again.cpuSeconds();
        }
        return reading.judged(timed(report), seconds);
    }

    /** Proof of harm needs no more, and where there is no signature there is nothing to ask. */
    private static boolean open(SignatureReport report, List<Question> lacking) {
        return !lacking.isEmpty()
                && (report.verdict() == SignatureVerdict.HOP_LE || report.verdict() == SignatureVerdict.CAN_XEM_XET);
    }

    private SignatureReport timed(SignatureReport report) {
        if (report.verdict() == SignatureVerdict.KHONG_CO_CHU_KY) {
            return report.at(clock.instant());
        }
        CheckedClock.State state = checkedClock.state();
        SignatureReport believed = state.trusted() ? report : ClockDoubt.on(report, state.why());
        return believed.at(clock.instant());
    }

    @Override
    public Counts counts() {
        return reader.counts();
    }

    @Override
    public int capacity() {
        return reader.capacity();
    }

    @Override
    public void close() {
        reader.close();
    }
}
