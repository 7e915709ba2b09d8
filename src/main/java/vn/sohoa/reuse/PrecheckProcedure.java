package vn.sohoa.reuse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Procedure;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.Procedures;

/**
 * Says at reception which components of a procedure the citizen need not hand in, since they are held already or come from a
 * national database (R-54; official letter 159/TTg-CĐS, Decree 107/2021/NĐ-CP).
 */
public final class PrecheckProcedure {
    private final Procedures procedures;
    private final FindReusable find;

    PrecheckProcedure(Procedures procedures, FindReusable find) {
        this.procedures = procedures;
        this.find = find;
    }

    /** What to do about a component. */
    public enum Answer {
        ALREADY_HELD("Đã có trong kho, không yêu cầu nộp", "Held already, not to be asked for"),
        ASK("Đề nghị nộp", "To be handed in"),
        ASK_OFFICER("Có trong kho nhưng cán bộ phải xem", "Held, an officer has to look"),
        FROM_DATABASE("Lấy từ cơ sở dữ liệu, không yêu cầu nộp", "Comes from a database, not to be asked for");

        private final String vietnamese;
        private final String english;

        Answer(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String message(Language language) {
            return language == Language.VI ? vietnamese : english;
        }
    }

    /**
     * One component.
     *
     * @param judged the best paper on file with all reasons, or the reason why there is none; null where none was looked for
     */
    public record Line(
            Procedure.Component component,
            Answer answer,
            @Nullable ReuseDecision judged) {

        public Optional<ReuseDecision> decision() {
            return Optional.ofNullable(judged);
        }
    }

    /** @param procedure the row in force on {@code on} @param version of the catalogue */
    public record Listing(Procedure procedure, String version, LocalDate on, List<Line> lines) {

        /** What is told of, for the log of looks. */
        public List<DocumentId> documents() {
            return lines.stream()
                    .flatMap(line -> line.decision().flatMap(ReuseDecision::document).stream())
                    .map(Document::id)
                    .toList();
        }
    }

    /**
     * @param on day of submission
     * @throws DigitisationException NOT_FOUND if no row of the procedure is in force on that day
     */
    public Listing check(OwnerId owner, ProcedureCode code, LocalDate on) {
        Procedure procedure = procedures
                .find(code, on)
                .orElseThrow(() -> new DigitisationException(
                        Problem.NOT_FOUND, code.base() + " " + on + ", procedures.yml " + procedures.version()));
        return new Listing(
                procedure,
                procedures.version(),
                on,
                procedure.components().stream()
                        .map(component -> line(owner, procedure.code(), component, on))
                        .toList());
    }

    private Line line(OwnerId owner, ProcedureCode code, Procedure.Component component, LocalDate on) {
        if (component.source() == Procedure.Source.DATABASE) {
            return new Line(component, Answer.FROM_DATABASE, null);
        }
        Optional<ReuseDecision> best = component.types().stream()
                .map(type -> find.check(new ReuseRequest(owner, type, code, on)))
                .min(Comparator.comparingInt(PrecheckProcedure::rank));
        Answer answer = best.map(decision -> switch (decision.answer()) {
                    case REUSABLE -> Answer.ALREADY_HELD;
                    case NEEDS_OFFICER -> Answer.ASK_OFFICER;
                    case NOT_REUSABLE -> Answer.ASK;
                })
                .orElse(Answer.ASK);
        return new Line(component, answer, best.orElse(null));
    }

    /** A paper that may be used goes first, then one to be looked at, then one that there is at all. */
    private static int rank(ReuseDecision decision) {
        return switch (decision.answer()) {
            case REUSABLE -> 0;
            case NEEDS_OFFICER -> 1;
            case NOT_REUSABLE -> decision.document().isPresent() ? 2 : 3;
        };
    }
}
