package vn.sohoa.workflow.review;

import java.util.List;
import vn.sohoa.dossier.DigitisationStatus;

/**
 * Where a paper stands after a decision.
 *
 * @param changed false if the same had been decided before
 * @param version of the paper now
 * @param open what is still to be decided
 * @param warnings what an officer should look at once more
 */
public record ReviewOutcome(
        boolean changed, long version, DigitisationStatus status, List<Doubt> open, List<String> warnings) {

    public ReviewOutcome {
        open = List.copyOf(open);
        warnings = List.copyOf(warnings);
    }
}
