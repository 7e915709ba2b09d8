package vn.sohoa.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;

/** Turns what a command throws into words on standard error and an exit code. */
final class ProblemExit implements CommandLine.IExecutionExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemExit.class);
    private final Root root;

    ProblemExit(Root root) {
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, CommandLine.ParseResult arguments) {
        if (failure instanceof DigitisationException known) {
            line.getErr().println(sentence(known.problem(), known.detail(), root.language()));
            return known.problem().exitCode();
        }
        line.getErr().println(sentence(Problem.INTERNAL, failure.getClass().getName(), root.language()));
        log.error("command failed", failure);
        return Problem.INTERNAL.exitCode();
    }

    /** What, which, why, and what to do. */
    static String sentence(Problem problem, String detail, Language language) {
        String which = detail.isBlank() ? "" : " [" + PageFault.told(detail, language) + "]";
        return problem.message(language) + which + " " + problem.remedy(language) + " (" + problem + ")";
    }
}
