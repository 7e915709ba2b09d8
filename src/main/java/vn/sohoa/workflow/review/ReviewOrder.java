package vn.sohoa.workflow.review;

import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.ReviewDecision.Verdict;

/**
 * What an officer wants to decide.
 *
 * @param subject of the doubt, see {@link Doubt}
 * @param value keyed in, for {@link Verdict#CORRECTED}, else null
 * @param seen version of the paper that the officer looked at: if it has changed since, nothing is decided. Null: only a decision
 *     on the same subject stands in the way
 */
public record ReviewOrder(
        DocumentId document,
        String subject,
        Verdict verdict,
        @Nullable String value,
        @Nullable Long seen,
        String officer) {}
