package vn.sohoa.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.IndicatorBook;
import vn.sohoa.catalog.PeriodAct;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Procedures;
import vn.sohoa.report.IndicatorReport.By;
import vn.sohoa.report.IndicatorReport.Standing;

/**
 * The indicators of Decision 766/QĐ-TTg, group 4, of a period by unit, procedure or month, the dossiers behind each number, and the
 * closing of periods (R-57, R-60). Whoever asks sees the dossiers of their own scope alone; only the whole province closes. A closed period is shown from the facts and by the rules that it was closed with. Safe for many
 * threads.
 */
public final class Indicators {
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST_NOTE = 4000;
    private static final int MOST_FIGURES = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final IndicatorBook book;
    private final PeriodFacts facts;
    private final Path rulesFile;
    private final Clock clock;

    Indicators(IndicatorBook book, Procedures procedures, Path rulesFile, Clock clock) {
        this.book = book;
        this.facts = new PeriodFacts(book, procedures);
        this.rulesFile = rulesFile;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param unit code of the unit whose tree is wanted, empty for all
     * @param procedure code of a procedure, with or without its suffix, empty for all
     */
    public record Query(Period period, By by, String unit, String procedure) {
        /** Everything of a period, by unit. */
        public static Query of(Period period) {
            return new Query(period, By.UNIT, "", "");
        }

        Tally.Query tally() {
            return new Tally.Query(period, by, unit, Tally.base(procedure));
        }
    }

    /** A dossier behind a number: codes only. @param counted whether it stands above the line */
    public record Case(String dossier, String procedure, LocalDate received, String unit, boolean counted) {}

    /** Figures, by what facts and rules. */
    private record Source(
            List<CaseFacts> cases, IndicatorRules rules, Standing standing, Optional<PeriodAct> closing) {}

    /** The month that is running. */
    public Period running() {
        return Period.month(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }

    /** The report of a period. Problem: CONFIGURATION_INVALID. */
    public IndicatorReport report(Query query) {
        List<PeriodAct> acts = book.acts();
        Source source = source(query.period(), acts);
        List<IndicatorReport.Row> rows = rows(query, source);
        List<String> notes = new ArrayList<>();
        if (source.standing().differing() > 0) {
            notes.add(Note.CLOSED_DIFFERS.with(source.standing().differing()));
        }
        source.closing()
                .filter(act -> CurrentScope.get().all())
                .filter(act ->
                        query.equals(Query.of(query.period())) && !act.figures().equals(figures(rows)))
                .ifPresent(act -> notes.add(Note.FIGURES_DIFFER.with(act.turn())));
        String overlapping = overlapping(query.period(), acts);
        if (!source.standing().closed() && !overlapping.isEmpty()) {
            notes.add(Note.OVERLAPS_CLOSED.with(overlapping));
        }
        if (!source.rules().weight(Indicator.DIGITISED).confirmed()) {
            notes.add(Note.POINTS_UNCONFIRMED.with(""));
        }
        return new IndicatorReport(
                query.period(),
                query.by(),
                query.unit(),
                query.procedure(),
                source.rules().formula(),
                source.rules().version(),
                clock.instant().atZone(OFFICE).toOffsetDateTime().toString(),
                book.undated(),
                IndicatorTable.heads(source.rules()),
                rows,
                source.standing(),
                notes);
    }

    /** The dossiers behind a number, by code. @param numeratorOnly only those above the line */
    public List<Case> drill(Query query, Indicator indicator, boolean numeratorOnly) {
        Source source = source(query.period(), book.acts());
        Tally tally = new Tally(query.tally(), source.rules());
        IndicatorRules.UnitField field = source.rules().weight(indicator).unit();
        return source.cases().stream()
                .filter(each -> tally.below(each, indicator))
                .map(each -> new Case(
                        each.dossier(), each.procedure(), each.received(), field.of(each), indicator.numerator(each)))
                .filter(each -> each.counted() || !numeratorOnly)
                .sorted(Comparator.comparing(Case::dossier))
                .toList();
    }

    /** All closings and re-openings, the oldest first. */
    public List<PeriodState> acts() {
        return book.acts().stream().map(PeriodState::of).toList();
    }

    /** Freezes the figures of a period that has ended. Problem: PERIOD_STATE, USAGE. */
    public PeriodState close(Period period, String officer, String note) {
        needAll();
        if (!period.closable()) {
            throw new DigitisationException(Problem.USAGE, period.key() + ": 2026-10 | 2026-Q4 | 2026");
        }
        if (!period.to().isBefore(today())) {
            throw new DigitisationException(Problem.PERIOD_STATE, period.key() + ", " + period.to() + " >= " + today());
        }
        Optional<PeriodAct> last = last(period, book.acts());
        if (last.isPresent() && last.get().act() == PeriodAct.Act.CLOSED) {
            throw new DigitisationException(Problem.PERIOD_STATE, period.key() + " CLOSED");
        }
        IndicatorRules rules = IndicatorRules.load(rulesFile);
        List<CaseFacts> cases = facts.live(period, rules);
        Query query = Query.of(period);
        String figures = figures(rows(query, new Source(cases, rules, Standing.OPEN, Optional.empty())));
        return enter(
                new PeriodAct(
                        period.key(),
                        last.map(PeriodAct::turn).orElse(0) + 1,
                        PeriodAct.Act.CLOSED,
                        officer,
                        said(note),
                        clock.instant(),
                        rules.formula(),
                        rules.text(),
                        figures,
                        cases.size(),
                        PeriodFacts.digest(cases)),
                cases);
    }

    /** Opens a closed period again; what was closed stays in the book. Problem: PERIOD_STATE. */
    public PeriodState reopen(Period period, String officer, String reason) {
        needAll();
        PeriodAct closed = last(period, book.acts())
                .filter(act -> act.act() == PeriodAct.Act.CLOSED)
                .orElseThrow(() -> new DigitisationException(Problem.PERIOD_STATE, period.key()));
        return enter(
                new PeriodAct(
                        period.key(),
                        closed.turn() + 1,
                        PeriodAct.Act.REOPENED,
                        officer,
                        said(reason),
                        clock.instant(),
                        closed.formula(),
                        "",
                        "",
                        0,
                        PeriodFacts.digest(List.of())),
                List.of());
    }

    private PeriodState enter(PeriodAct act, List<CaseFacts> cases) {
        if (!book.enter(act, cases)) {
            throw new DigitisationException(Problem.PERIOD_STATE, act.period() + " #" + act.turn());
        }
        return PeriodState.of(act);
    }

    private static String said(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new DigitisationException(Problem.USAGE, "> " + LONGEST_NOTE);
        }
        return text.strip();
    }

    /** As they are kept with a closing; so many units that they do not fit are not kept, the facts suffice. */
    private static String figures(List<IndicatorReport.Row> rows) {
        String json = JSON.writeValueAsString(rows);
        return json.length() > MOST_FIGURES ? "" : json;
    }

    private List<IndicatorReport.Row> rows(Query query, Source source) {
        Tally tally = new Tally(query.tally(), source.rules()).add(source.cases());
        return new IndicatorTable(
                        source.rules(), tally, query.by(), query.period().from().getYear())
                .rows();
    }

    private Source source(Period period, List<PeriodAct> acts) {
        Optional<PeriodAct> last = last(period, acts);
        Optional<PeriodAct> closing = last.filter(act -> act.act() == PeriodAct.Act.CLOSED);
        if (closing.isEmpty()) {
            IndicatorRules rules = IndicatorRules.load(rulesFile);
            Standing open = last.map(act -> standing(act, false, 0)).orElse(Standing.OPEN);
            return new Source(facts.live(period, rules), rules, open, closing);
        }
        PeriodAct act = closing.get();
        IndicatorRules rules = IndicatorRules.parse(act.rules(), act.period() + " #" + act.turn());
        List<CaseFacts> seen =
                facts.frozen(act).stream().filter(Indicators::seen).toList();
        long differing = PeriodFacts.differing(seen, facts.live(period, rules));
        return new Source(seen, rules, standing(act, true, differing), closing);
    }

    /** Whether whoever asks may see a dossier. */
    private static boolean seen(CaseFacts dossier) {
        AgencyScope scope = CurrentScope.get();
        return Stream.of(dossier.receiving(), dossier.processing(), dossier.issuing())
                .anyMatch(scope::holds);
    }

    /** A closing is of all units. Problem: NOT_ALLOWED. */
    private static void needAll() {
        if (!CurrentScope.get().all()) {
            throw new DigitisationException(Problem.NOT_ALLOWED, "*");
        }
    }

    private static Standing standing(PeriodAct act, boolean closed, long differing) {
        return new Standing(
                closed,
                act.turn(),
                act.officer(),
                act.at().atZone(OFFICE).toOffsetDateTime().toString(),
                act.note(),
                act.digest().hex(),
                act.cases(),
                differing);
    }

    private static Optional<PeriodAct> last(Period period, List<PeriodAct> acts) {
        return acts.stream()
                .filter(act -> act.period().equals(period.key()))
                .max(Comparator.comparingInt(PeriodAct::turn));
    }

    private static String overlapping(Period period, List<PeriodAct> acts) {
        Stream<String> keys = acts.stream().map(PeriodAct::period).distinct();
        return keys.filter(key -> !key.equals(period.key()))
                .map(Period::of)
                .filter(period::overlaps)
                .filter(other -> last(other, acts).orElseThrow().act() == PeriodAct.Act.CLOSED)
                .map(Period::key)
                .collect(Collectors.joining(", "));
    }
}
