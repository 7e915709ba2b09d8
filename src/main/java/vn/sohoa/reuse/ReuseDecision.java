package vn.sohoa.reuse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Document;

/**
 * The answer, with all its reasons.
 *
 * @param paper the paper judged, or null if there is none
 * @param evidence hash, signature verdict, rule and its basis, by name
 */
public record ReuseDecision(
        Answer answer, @Nullable Document paper, List<ReuseReason> reasons, Map<String, String> evidence) {

    /** May it be used again? */
    public enum Answer {
        REUSABLE,
        NOT_REUSABLE,
        NEEDS_OFFICER
    }

    public ReuseDecision {
        reasons = List.copyOf(reasons);
        if (answer == Answer.REUSABLE && !reasons.isEmpty()) {
            throw new IllegalArgumentException("reusable, yet " + reasons);
        }
    }

    public Optional<Document> document() {
        return Optional.ofNullable(paper);
    }

    /** The law that a reason rests on; empty where it is a rule of the house. */
    public Optional<String> basisOf(ReuseReason reason) {
        String basis = reason.byRule() ? evidence.get("basis") : reason.basis();
        return Optional.ofNullable(basis).filter(text -> !text.isEmpty());
    }

    static ReuseDecision of(@Nullable Document paper, List<ReuseReason> reasons, Map<String, String> evidence) {
        Answer answer = reasons.isEmpty()
                ? Answer.REUSABLE
                : reasons.stream().anyMatch(ReuseReason::forbids) ? Answer.NOT_REUSABLE : Answer.NEEDS_OFFICER;
        return new ReuseDecision(answer, paper, reasons, evidence);
    }
}
