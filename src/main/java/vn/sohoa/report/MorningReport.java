package vn.sohoa.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Run;
import vn.sohoa.catalog.RunLedger;
import vn.sohoa.catalog.RunResult;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;

/**
 * What a records officer reads at half past seven: done, to review, to rescan, quarantined, failed, per unit, each paper that
 * waits with a reason and what to do.
 */
@Component
public class MorningReport {
    private static final int RECENT = 10;

    private final RunLedger ledger;
    private final Clock clock;

    MorningReport(RunLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Where a paper ended, as the report groups it. */
    public enum Group {
        DONE("Đã xong", "Done"),
        REVIEW("Chờ kiểm tra", "To review"),
        RESCAN("Cần quét lại", "To rescan"),
        AWAITING_SIGNATURE("Chờ ký số", "To sign"),
        OUT_OF_SCOPE("Ngoài phạm vi", "Out of scope"),
        QUARANTINED("Cách ly", "Quarantined"),
        FAILED("Lỗi, sẽ thử lại", "Failed, to be tried again"),
        SKIPPED("Chưa tới lượt", "Not reached");

        private final String vietnamese;
        private final String english;

        Group(String vietnamese, String english) {
            this.vietnamese = vietnamese;
            this.english = english;
        }

        public String title(Language language) {
            return language == Language.VI ? vietnamese : english;
        }
    }

    /** A paper that is not simply done. {@code remedy} is empty where nobody has to act. */
    public record Line(
            Group group, String dossier, String file, String title, String reason, String detail, String remedy) {}

    /** @param count papers by group, every group present */
    public record Unit(String unit, Map<Group, Integer> count, List<Line> lines) {}

    /** A delivery that stayed in the inbox. */
    public record Refused(String folder, String reason, String detail, String remedy) {}

    /** @param pages of the papers dealt with */
    public record Report(
            Run run, Map<Group, Integer> total, int pages, List<Unit> units, List<Refused> refused, String madeAt) {

        public int papers() {
            return total.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** The report of a run, or of the newest one. Problem: NOT_FOUND. */
    public Report of(Optional<Long> run, Language language) {
        long id = run.or(this::newest).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, "run"));
        if (ledger.find(id).isEmpty()) {
            throw new DigitisationException(Problem.NOT_FOUND, "run " + id);
        }
        return of(ledger.result(id), language);
    }

    /** The newest run that had papers before it: upkeep has none. Where there is none, the newest. */
    private Optional<Long> newest() {
        List<Long> recent = ledger.recent(RECENT).stream().map(Run::id).toList();
        return recent.stream()
                .filter(id -> !ledger.result(id).papers().isEmpty()
                        || !ledger.result(id).refused().isEmpty())
                .findFirst()
                .or(() -> recent.stream().findFirst());
    }

    private Report of(RunResult result, Language language) {
        Map<String, List<RunResult.Paper>> byUnit = new TreeMap<>();
        result.papers().forEach(paper -> byUnit.computeIfAbsent(paper.unit().value(), unit -> new ArrayList<>())
                .add(paper));
        List<Unit> units = new ArrayList<>();
        byUnit.forEach((unit, papers) -> units.add(new Unit(unit, count(papers), lines(papers, language))));
        List<Refused> refused = result.refused().stream()
                .map(r -> new Refused(
                        r.folder(),
                        r.problem().message(language),
                        PageFault.told(r.detail(), language),
                        r.problem().remedy(language)))
                .toList();
        int pages = result.papers().stream()
                .filter(RunResult.Paper::touched)
                .mapToInt(RunResult.Paper::pages)
                .sum();
        return new Report(
                result.run(),
                count(result.papers()),
                pages,
                units,
                refused,
                clock.instant().toString());
    }

    private static Map<Group, Integer> count(List<RunResult.Paper> papers) {
        Map<Group, Integer> count = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            count.put(group, 0);
        }
        papers.forEach(paper -> count.merge(group(paper), 1, Integer::sum));
        return count;
    }

    private static List<Line> lines(List<RunResult.Paper> papers, Language language) {
        return papers.stream()
                .filter(paper -> group(paper) != Group.DONE)
                .sorted(Comparator.comparing(MorningReport::group)
                        .thenComparing(paper -> paper.dossier().value())
                        .thenComparing(RunResult.Paper::file))
                .map(paper -> line(paper, language))
                .toList();
    }

    private static Line line(RunResult.Paper paper, Language language) {
        Optional<Problem> problem = paper.problem();
        String reason = problem.map(p -> p.message(language))
                .or(() -> paper.scope().map(scope -> scope.label(language)))
                .orElse("");
        String remedy = problem.map(p -> p.remedy(language)).orElse("");
        return new Line(
                group(paper),
                paper.dossier().value(),
                paper.file(),
                paper.title(),
                reason,
                PageFault.told(paper.detail(), language),
                remedy);
    }

    private static Group group(RunResult.Paper paper) {
        DigitisationStatus status = paper.status();
        return switch (status) {
            case STORED -> Group.DONE;
            case IN_REVIEW -> Group.REVIEW;
            case NEEDS_RESCAN -> Group.RESCAN;
            case AWAITING_SIGNATURE -> Group.AWAITING_SIGNATURE;
            case OUT_OF_SCOPE -> Group.OUT_OF_SCOPE;
            case QUARANTINED -> Group.QUARANTINED;
            case RECEIVED, CAPTURED, EXTRACTED, CODED -> paper.problem().isPresent() ? Group.FAILED : Group.SKIPPED;
        };
    }
}
