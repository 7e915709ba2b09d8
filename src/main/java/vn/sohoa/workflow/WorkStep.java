package vn.sohoa.workflow;

import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.LegalStep;

/** One legal step: whom it waits for and the one thing it does to one paper. Repeating it for the same paper does no harm. */
public interface WorkStep {

    LegalStep step();

    /** The status in which papers wait for this step. */
    DigitisationStatus from();

    /** Whether several papers may be worked on at once; otherwise they come one by one, in order. */
    boolean parallel();

    /**
     * Does the work outside any transaction and says what became of it.
     *
     * @throws vn.sohoa.dossier.DigitisationException for what keeps the paper from going on
     */
    Outcome perform(Document paper, RunContext context);
}
