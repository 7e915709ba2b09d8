package vn.sohoa.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Problem;

/** What each run set out to do and what became of it: the figure that counts, whatever the batch engine says. */
public interface RunLedger {

    /** Opens a run, or gives back the run of that job and day that has not ended. */
    Run open(String job, LocalDate businessDay, Instant at);

    /** Papers this run is answerable for; repeated ones are ignored. */
    void plan(long run, Collection<DocumentId> papers);

    /** A delivery that was refused, with the reason; the same folder and problem in one run: once. */
    void refuse(long run, String folder, Problem problem, String detail);

    void close(long run, Run.Status status, Instant at);

    Optional<Run> find(long run);

    /** The newest first. */
    List<Run> recent(int limit);

    /** What became of each paper and delivery of a run. */
    RunResult result(long run);
}
