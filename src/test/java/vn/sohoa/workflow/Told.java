package vn.sohoa.workflow;

import java.util.function.Function;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.LegalStep;

/** A capture step that does what it is told. */
record Told(Function<Document, Outcome> work) implements WorkStep {
    @Override
    public LegalStep step() {
        return LegalStep.SAO_CHUP;
    }

    @Override
    public DigitisationStatus from() {
        return DigitisationStatus.RECEIVED;
    }

    @Override
    public boolean parallel() {
        return true;
    }

    @Override
    public Outcome perform(Document paper, RunContext context) {
        return work.apply(paper);
    }
}
