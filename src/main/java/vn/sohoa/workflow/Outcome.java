package vn.sohoa.workflow;

import java.util.function.Function;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;

/** What became of one paper in one step. Failures are data. */
public sealed interface Outcome {

    /** @param changed the paper's new state; @param note codes and measures for the history, no personal data */
    record Done(Document changed, String note) implements Outcome {}

    /** Nothing was done: somebody else has the paper, or it has moved on. */
    record Skipped(String why) implements Outcome {}

    /** @param again whether the paper keeps its status and is tried later */
    record Failed(Problem problem, String detail, boolean again) implements Outcome {}

    /** Pages that were passed through the step. */
    default int pages() {
        return this instanceof Done d ? d.changed().pages() : 0;
    }

    /** One function per case. */
    default <T> T fold(Function<Done, T> done, Function<Skipped, T> skipped, Function<Failed, T> failed) {
        if (this instanceof Done d) {
            return done.apply(d);
        }
        if (this instanceof Skipped s) {
            return skipped.apply(s);
        }
        return failed.apply((Failed) this);
    }
}
