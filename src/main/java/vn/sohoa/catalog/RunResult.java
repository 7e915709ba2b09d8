package vn.sohoa.catalog;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ScopeReason;

/** What became of a run's papers and deliveries. */
public record RunResult(Run run, List<Paper> papers, List<Refused> refused) {

    /**
     * @param unit the unit that received the dossier
     * @param touched whether this run recorded an outcome for it
     * @param lastProblem problem of the last attempt, also for papers that will be tried again
     */
    public record Paper(
            DocumentId document,
            DossierCode dossier,
            AgencyCode unit,
            String title,
            String file,
            int pages,
            DigitisationStatus status,
            boolean touched,
            @Nullable Problem lastProblem,
            @Nullable ScopeReason scopeReason,
            String detail) {

        public Optional<Problem> problem() {
            return Optional.ofNullable(lastProblem);
        }

        public Optional<ScopeReason> scope() {
            return Optional.ofNullable(scopeReason);
        }
    }

    /** A delivery that stayed in the inbox. */
    public record Refused(String folder, Problem problem, String detail) {}

    public RunResult {
        papers = List.copyOf(papers);
        refused = List.copyOf(refused);
    }
}
