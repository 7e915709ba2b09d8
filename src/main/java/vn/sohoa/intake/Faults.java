package vn.sohoa.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sohoa.dossier.Problem;

/** Gathers all faults of one delivery: an officer wants all seven, not the first. */
final class Faults {
    private static final int SHOWN_FAULTS = 20;

    private final List<String> details = new ArrayList<>();
    private final Set<Problem> problems = EnumSet.noneOf(Problem.class);

    void add(Problem problem, String detail) {
        problems.add(problem);
        details.add(detail);
    }

    boolean none() {
        return details.isEmpty();
    }

    /** One refusal for all; its problem is the common one, or "manifest invalid" where they differ. */
    Refusal refusal(Path folder) {
        Problem problem = problems.size() == 1 ? problems.iterator().next() : Problem.MANIFEST_INVALID;
        String shown = details.stream().limit(SHOWN_FAULTS).collect(Collectors.joining("; "));
        int more = details.size() - SHOWN_FAULTS;
        return new Refusal(folder, problem, more > 0 ? shown + "; … và " + more + " lỗi khác" : shown);
    }
}
