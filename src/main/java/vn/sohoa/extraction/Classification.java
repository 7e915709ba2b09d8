package vn.sohoa.extraction;

import java.util.List;
import vn.sohoa.dossier.DocumentType;

/**
 * What kind of paper (loại giấy tờ) a text is, and how sure that is.
 *
 * @param type the kind, or {@link DocumentType#UNKNOWN} below the threshold of {@code types.yml}
 * @param confidence 0 to 100: of a hundred answers with this confidence so many are right; even where the answer is unknown, of the
 *     best candidate
 * @param candidates the likely kinds, best first; a person in doubt is shown these
 * @param copy how it was copied; its kind is that of the paper that was copied
 */
public record Classification(DocumentType type, double confidence, List<Candidate> candidates, CopyMark copy) {

    /** One possible kind. */
    public record Candidate(DocumentType type, double confidence) {}

    public Classification {
        if (!(confidence >= 0 && confidence <= 100)) {
            throw new IllegalArgumentException("confidence not within 0 to 100: " + confidence);
        }
        candidates = List.copyOf(candidates);
    }
}
