package vn.sohoa.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Claim;
import vn.sohoa.catalog.WorkList;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;

/**
 * The one place where a step meets the catalogue: claim, perform, and one short transaction for the outcome. A fault of the
 * paper sets it aside; a fault of the surroundings leaves it where it is, to be tried again. Nothing is thrown to the batch.
 */
@Component
public class RecordOutcomes {
    private static final Logger log = LoggerFactory.getLogger(RecordOutcomes.class);
    private static final String ACTOR = "system";
    private static final Duration WAIT = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 3;
    private static final int DEATHS = 5;

    private final WorkList work;
    private final Clock clock;
    private final Leases leases;
    private final Patience withCatalog;
    private final Patience withOthers;
    private final PaperMetrics metrics;
    private final ReferenceState references;

    RecordOutcomes(
            WorkList work,
            Clock clock,
            Leases leases,
            Patience patience,
            PaperMetrics metrics,
            ReferenceState references) {
        this.references = references;
        this.work = work;
        this.clock = clock;
        this.leases = leases;
        this.withCatalog = patience;
        this.withOthers = patience.withOthers();
        this.metrics = metrics;
    }

    /** Papers that wait for a step: each unit in its turn, soonest due first. */
    public List<DocumentId> pending(WorkStep step, int limit) {
        return work.pending(step.from(), limit);
    }

    /** Whether papers that wait for a step are in somebody's hands, who may die of them or be cut off. */
    public boolean inHand(WorkStep step) {
        return work.inHand(step.from());
    }

    /** How long the outage has lasted that work waits out now; zero if there is none. */
    Duration outage() {
        Duration others = withOthers.lasting();
        return others.compareTo(withCatalog.lasting()) > 0 ? others : withCatalog.lasting();
    }

    /** Does one step for one paper. May be repeated. */
    public Outcome perform(WorkStep step, DocumentId id, RunContext context) {
        Optional<Claim> claim =
                withCatalog.through(context.mayGoOn(), () -> work.claim(id, step.from(), leases.length()));
        return claim.isEmpty()
                ? new Outcome.Skipped("claimed elsewhere")
                : leases.holding(claim.get(), () -> watched(step, claim.get(), context));
    }

    private Outcome watched(WorkStep step, Claim claim, RunContext context) {
        return LogTrail.ofPaper(
                context.run(),
                step.step(),
                claim.document(),
                () -> metrics.measured(step.step(), () -> perform(step, claim, context)));
    }

    private Outcome perform(WorkStep step, Claim claim, RunContext context) {
        Outcome outcome = claim.deaths() < DEATHS
                ? attempt(step, claim, context)
                : new Outcome.Failed(Problem.ATTEMPTS_USED_UP, claim.deaths() + " × process", false);
        return withCatalog.through(context.mayGoOn(), () -> record(step, claim, outcome, context));
    }

    private Outcome record(WorkStep step, Claim claim, Outcome outcome, RunContext context) {
        try {
            return settle(step, claim, outcome, context);
        } catch (DigitisationException refused) {
            // a row that the database does not take (a code given twice): the paper's trouble, not the end of the run
            if (refused.problem() != Problem.INTERNAL) {
                throw refused;
            }
            log.error("run {} paper {} {}: {}", context.run(), claim.document().id(), step.step(), refused.detail());
            return settle(step, claim, failed(Problem.INTERNAL, refused.detail(), claim.attempts() + 1), context);
        }
    }

    private Outcome settle(WorkStep step, Claim claim, Outcome outcome, RunContext context) {
        boolean ours = outcome.fold(
                done -> record(step, claim, done.changed(), done.note(), context),
                skipped -> true,
                failed -> failed.again()
                        ? work.postpone(claim, failed.problem(), WAIT, context.run())
                        : record(step, claim, setAside(claim.document(), failed), "", context));
        if (ours) {
            return outcome;
        }
        metrics.leaseLost(step.step());
        return new Outcome.Skipped("the claim had ended");
    }

    private Outcome attempt(WorkStep step, Claim claim, RunContext context) {
        try {
            return withOthers.through(context.mayGoOn(), () -> step.perform(claim.document(), context));
        } catch (DigitisationException failure) {
            log.info("run {} paper {} {}: {}", context.run(), claim.document().id(), step.step(), failure.problem());
            return failed(failure.problem(), failure.detail(), claim.attempts() + 1);
        } catch (RuntimeException bug) {
            // the text of such an exception may hold what was read: it goes into no log
            log.error(
                    "run {} paper {} {}: {} at {}",
                    context.run(),
                    claim.document().id(),
                    step.step(),
                    bug.getClass().getName(),
                    bug.getStackTrace().length == 0 ? "?" : bug.getStackTrace()[0]);
            return failed(Problem.INTERNAL, bug.getClass().getSimpleName(), claim.attempts() + 1);
        }
    }

    private static Outcome failed(Problem problem, String detail, int attempts) {
        return switch (problem.blame()) {
            case PAPER, INPUT -> new Outcome.Failed(problem, detail, false);
            case OUTSIDE, CONFIGURATION -> new Outcome.Failed(problem, detail, true);
            case BUG ->
                attempts < ATTEMPTS
                        ? new Outcome.Failed(problem, detail, true)
                        : new Outcome.Failed(Problem.ATTEMPTS_USED_UP, problem + " " + detail, false);
        };
    }

    private static Document setAside(Document paper, Outcome.Failed failed) {
        return Change.of(paper)
                .status(DigitisationStatus.QUARANTINED)
                .problem(failed.problem(), failed.detail())
                .done();
    }

    private boolean record(WorkStep step, Claim claim, Document changed, String note, RunContext context) {
        Problem problem = changed.problem();
        String what = problem == null ? note : (problem.name() + " " + note).strip();
        String detail = (what + " " + references.mark()).strip();
        ProvenanceEvent event = new ProvenanceEvent(
                clock.instant(), ACTOR, step.step().name(), changed.status().name(), detail);
        return work.record(claim, changed, event, context.run());
    }
}
