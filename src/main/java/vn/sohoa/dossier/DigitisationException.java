package vn.sohoa.dossier;

import org.jspecify.annotations.Nullable;

/** Work that could not be done, for a reason in the table of {@link Problem}s. */
public final class DigitisationException extends RuntimeException {
    private final Problem problem;
    private final String detail;

    /** @param detail what exactly, for the person who has to act: a file name, a page, a measure; no personal data */
    public DigitisationException(Problem problem, String detail) {
        this(problem, detail, null);
    }

    public DigitisationException(Problem problem, String detail, @Nullable Throwable cause) {
        super(problem + ": " + detail, cause);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }
}
