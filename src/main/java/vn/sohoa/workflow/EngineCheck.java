package vn.sohoa.workflow;

import java.util.List;
import vn.sohoa.dossier.Language;

/** One engine that the house stands on: database, object store, search index, queue. A fault is an answer, not an exception. */
public interface EngineCheck {

    /** Short and stable: {@code database}, {@code store}, {@code index}, {@code queue}. */
    String engine();

    /**
     * The shortest question that only a living engine answers; for the health page, once in some seconds.
     *
     * @throws vn.sohoa.dossier.DigitisationException if it does not
     */
    void ask();

    /** Everything that has to be right with it, for {@code doctor}. */
    List<CheckReadiness.Check> examine(Language language);
}
