package vn.sohoa.workflow.review;

import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision;

/**
 * One thing that a person has to decide before a paper may go on.
 *
 * @param subject name of a field, {@link ReviewDecision#TYPE}, or the name of the problem of the paper as a whole
 * @param problem why it is doubtful
 * @param detail measures and pages, no personal data
 * @param readings what the machine read, the one that stands first; empty if nothing
 */
public record Doubt(String subject, Problem problem, String detail, List<ExtractedValue> readings) {

    public Doubt {
        readings = List.copyOf(readings);
    }

    static Doubt ofPaper(Problem problem, String detail) {
        return new Doubt(problem.name(), problem, detail, List.of());
    }

    /** Whether it concerns one field. */
    public boolean ofField() {
        return !ofType() && !subject.equals(problem.name());
    }

    /** Whether it concerns the kind of paper. */
    public boolean ofType() {
        return subject.equals(ReviewDecision.TYPE);
    }

    /** How sure the machine is, 0 to 100; 0 where it read nothing. */
    public double confidence() {
        return first().map(ExtractedValue::confidence).orElse(0.0);
    }

    Optional<ExtractedValue> first() {
        return readings.stream().findFirst();
    }
}
