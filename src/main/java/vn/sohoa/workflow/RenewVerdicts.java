package vn.sohoa.workflow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.reading.VerdictAge;
import vn.sohoa.signing.network.TrustInquiry;

/**
 * Judges signatures of stored papers anew where the answer may be another one now: what could not be known then, what was judged
 * with other trust anchors or another policy, what was judged long ago. Always the whole check over the bytes in the store;
 * nothing is concluded from the earlier verdict. A paper whose signature turns out bad is withdrawn from reuse.
 */
@Component
public class RenewVerdicts {
    private static final Logger log = LoggerFactory.getLogger(RenewVerdicts.class);

    /** Reasons that time, a network or an operator may remove without anybody touching the paper. */
    private static final Set<String> OPEN =
            Set.of("REVOCATION_UNKNOWN", "NO_TRUST_ANCHOR", "TIME_UNKNOWN", "TIMESTAMP_BAD", "CHECK_INCOMPLETE");

    private final Catalog catalog;
    private final Masters masters;
    private final DocumentReader reader;
    private final VerdictAge age;
    private final ReuseBook book;
    private final TrustInquiry inquiry;
    private final Clock clock;

    RenewVerdicts(
            Catalog catalog,
            Masters masters,
            DocumentReader reader,
            VerdictAge age,
            ReuseBook book,
            TrustInquiry inquiry,
            Clock clock) {
        this.catalog = catalog;
        this.masters = masters;
        this.reader = reader;
        this.age = age;
        this.book = book;
        this.inquiry = inquiry;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param looked papers judged anew
     * @param changed papers with another verdict or other reasons
     * @param candidates papers that may now be approved for reuse
     * @param withdrawn ids of papers that may no longer be used
     * @param taken how often those had been used
     * @param failed papers that could not be judged; they keep what was said before
     */
    public record Renewal(int looked, int changed, int candidates, List<String> withdrawn, int taken, int failed) {}

    /** Asks anew for whatever is known about certificates. */
    public TrustInquiry.Refreshed refresh() {
        TrustInquiry.Refreshed refreshed = inquiry.refresh();
        log.info("trust: {}", refreshed);
        return refreshed;
    }

    /** @param mayGoOn asked before each paper that is judged */
    public Renewal renew(BooleanSupplier mayGoOn) {
        Predicate<SignatureReport> stale = age.stale();
        Count count = new Count();
        for (Document paper : catalog.documents(DocumentFilter.ofStatus(DigitisationStatus.STORED))) {
            SignatureReport earlier = paper.signature();
            if (earlier == null || !(isOpen(earlier) || stale.test(earlier))) {
                continue;
            }
            if (!mayGoOn.getAsBoolean()) {
                break;
            }
            try {
                renew(paper, earlier, stale.test(earlier), count);
            } catch (DigitisationException failure) {
                count.failed++;
                log.warn("paper {} was not judged anew: {}", paper.id(), failure.problem());
            }
        }
        Renewal renewal = count.done();
        log.info("signatures judged anew: {}", renewal);
        return renewal;
    }

    private static boolean isOpen(SignatureReport report) {
        return report.verdict() == SignatureVerdict.CAN_XEM_XET && OPEN.stream().anyMatch(report::gives);
    }

    private void renew(Document paper, SignatureReport earlier, boolean stale, Count count) {
        SignatureReport now = masters.with(paper, file -> reader.read(file, ReadingRequest.of(Part.SIGNATURES)))
                .signature()
                .orElseThrow();
        count.looked++;
        Document changed = paper.judgedAnew(now);
        boolean moved = changed.standing() != paper.standing();
        if (!moved && !stale && now.saysTheSame(earlier)) {
            return;
        }
        if (!catalog.change(changed, ProvenanceEvent.judgedAnew(clock.instant(), paper, now))) {
            return; // somebody is at work on it; the next time
        }
        count.changed += now.saysTheSame(earlier) ? 0 : 1;
        count.candidates += moved && changed.standing() == ReuseStanding.CANDIDATE ? 1 : 0;
        if (moved && changed.standing() == ReuseStanding.SUSPECT) {
            int taken = book.of(paper.id()).size();
            count.withdrawn.add(paper.id().toString());
            count.taken += taken;
            log.warn("paper {} is withdrawn from reuse, it had been used {} times", paper.id(), taken);
        }
    }

    private static final class Count {
        private int looked;
        private int changed;
        private int candidates;
        private final List<String> withdrawn = new ArrayList<>();
        private int taken;
        private int failed;

        Renewal done() {
            return new Renewal(looked, changed, candidates, List.copyOf(withdrawn), taken, failed);
        }
    }
}
