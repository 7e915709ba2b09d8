package vn.sohoa.workflow.learning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.ReviewDecision;

/**
 * One reading of the machine and what an officer made of it.
 *
 * @param read what the machine had read, or null where it had read nothing
 * @param right whether the officer found it so
 */
public record LabelledCase(
        ReviewDecision decision, @Nullable ExtractedValue read, boolean right) {

    static LabelledCase of(ReviewDecision decision) {
        ExtractedValue read = decision.machine().orElse(null);
        boolean right = read != null && read.value().equals(decision.decided());
        return new LabelledCase(decision, read, right);
    }

    /** What the machine had read. */
    public Optional<ExtractedValue> machine() {
        return Optional.ofNullable(read);
    }

    double confidence() {
        return read == null ? 0 : read.confidence();
    }
}
