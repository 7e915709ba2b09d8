package vn.sohoa.reuse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.sohoa.catalog.AskedAgain;
import vn.sohoa.catalog.ReuseBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;

/** Asking for a component that is held already, or that a database has, needs a written reason, which is kept for ever. */
public final class AskAgain {
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 4_000;

    private final PrecheckProcedure precheck;
    private final ReuseBook book;
    private final Clock clock;

    AskAgain(PrecheckProcedure precheck, ReuseBook book, Clock clock) {
        this.precheck = precheck;
        this.book = book;
        this.clock = clock;
    }

    /** What was asked for, and what is to be said of it. @param kept whether a reason had to be given, and was kept */
    public record Asked(PrecheckProcedure.Line line, boolean kept) {}

    /** A case in the book. @param document what is held, empty where a database has it */
    public record Case(
            OwnerId owner,
            ProcedureCode procedure,
            String component,
            Optional<DocumentId> document,
            String reason,
            String officer,
            Instant at) {}

    /**
     * @param reason at least ten letters where the component need not be handed in, else not looked at
     * @throws DigitisationException NOT_FOUND for an unknown procedure or component, USAGE without a reason
     */
    public Asked ask(
            OwnerId owner, ProcedureCode procedure, String component, LocalDate on, String officer, String reason) {
        PrecheckProcedure.Line line = precheck.check(owner, procedure, on).lines().stream()
                .filter(each -> each.component().code().equals(component))
                .findFirst()
                .orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, procedure + " " + component));
        boolean needless =
                switch (line.answer()) {
                    case ALREADY_HELD, FROM_DATABASE -> true;
                    case ASK, ASK_OFFICER -> false;
                };
        if (needless) {
            String written = reason.strip();
            if (written.length() < SHORTEST_REASON || written.length() > LONGEST_REASON) {
                throw new DigitisationException(
                        Problem.USAGE, "--reason: " + SHORTEST_REASON + "–" + LONGEST_REASON + ", " + line.answer());
            }
            DocumentId held = line.decision()
                    .flatMap(ReuseDecision::document)
                    .map(Document::id)
                    .orElse(null);
            book.askedAgain(new AskedAgain(owner, procedure, component, held, written, officer, clock.instant()));
        }
        return new Asked(line, needless);
    }

    /** Every case, the newest first. */
    public List<Case> cases() {
        return book.askedAgain().stream()
                .map(asked -> new Case(
                        asked.owner(),
                        asked.procedure(),
                        asked.component(),
                        Optional.ofNullable(asked.document()),
                        asked.reason(),
                        asked.officer(),
                        asked.at()))
                .toList();
    }
}
