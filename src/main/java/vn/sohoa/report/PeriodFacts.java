package vn.sohoa.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.catalog.CaseFacts.Mark;
import vn.sohoa.catalog.IndicatorBook;
import vn.sohoa.catalog.PeriodAct;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.Procedures;
import vn.sohoa.dossier.Sha256;

/** The facts that the indicators of a period are counted from: of today, or as they were closed. */
final class PeriodFacts {
    private final IndicatorBook book;
    private final Procedures procedures;

    PeriodFacts(IndicatorBook book, Procedures procedures) {
        this.book = book;
        this.procedures = procedures;
    }

    /** As the catalogue has them now. */
    List<CaseFacts> live(Period period, IndicatorRules rules) {
        return book.facts(period.from(), period.to(), rules.needsFinished()).stream()
                .map(this::withResult)
                .toList();
    }

    /** What the catalogue of procedures says of its result; nothing where it does not know the procedure. */
    private CaseFacts withResult(CaseFacts dossier) {
        return ProcedureCode.of(dossier.procedure())
                .flatMap(code -> procedures.find(code, dossier.received()))
                .map(procedure -> dossier.with(procedure.returnsPaper() ? Mark.PAPER_RESULT : Mark.NO_PAPER_RESULT))
                .orElse(dossier);
    }

    /** As they were when the period was closed. Problem: INTERNAL if they were changed since. */
    List<CaseFacts> frozen(PeriodAct act) {
        List<CaseFacts> frozen = book.frozen(act.period(), act.turn());
        if (frozen.size() != act.cases() || !digest(frozen).equals(act.digest())) {
            throw new DigitisationException(
                    Problem.INTERNAL, "digest of closed period " + act.period() + " #" + act.turn());
        }
        return frozen;
    }

    /** Dossiers that are new, gone, or have other facts. */
    static long differing(List<CaseFacts> frozen, List<CaseFacts> live) {
        Map<String, CaseFacts> then =
                frozen.stream().collect(Collectors.toMap(CaseFacts::dossier, Function.identity()));
        long others = live.stream()
                .filter(each -> !each.equals(then.remove(each.dossier())))
                .count();
        return others + then.size();
    }

    /** Over the facts by dossier code; the order in which they came does not matter. */
    static Sha256 digest(List<CaseFacts> cases) {
        String lines = cases.stream().map(CaseFacts::line).sorted().collect(Collectors.joining("\n"));
        return Sha256.of(lines.getBytes(StandardCharsets.UTF_8));
    }
}
