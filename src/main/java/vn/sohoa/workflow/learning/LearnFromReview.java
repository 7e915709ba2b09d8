package vn.sohoa.workflow.learning;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.ReviewBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.workflow.KeepLedger;
import vn.sohoa.workflow.LearnedThresholds;
import vn.sohoa.workflow.LearnedThresholds.Agreed;
import vn.sohoa.workflow.LearnedThresholds.Threshold;
import vn.sohoa.workflow.WorkflowSettings;

/**
 * Learns from officers' decisions what can honestly be learned from them: from which confidence on the machine may be believed, kind by
 * kind and field by field. It changes nothing by itself: one person proposes, another accepts. Models, labels and texts are not learned.
 */
@Component
public class LearnFromReview {
    /** One-sided, 95 %. */
    private static final double Z = 1.645;

    private static final int LOWEST = 50;

    private final ReviewBook book;
    private final Path reference;
    private final Clock clock;

    LearnFromReview(ReviewBook book, WorkflowSettings settings, Clock clock) {
        this.book = book;
        this.reference = settings.reference();
        this.clock = clock;
    }

    /** Labelled cases: the last decision on each field and kind of each reading, the oldest first. */
    public List<LabelledCase> cases() {
        Map<String, ReviewDecision> last = new LinkedHashMap<>();
        for (ReviewDecision decision : book.all()) {
            boolean ofReading = !decision.subject().equals(ReviewDecision.PAPER)
                    && !decision.subject().equals(decision.subject().toUpperCase(Locale.ROOT))
                    && decision.verdict() != Verdict.RESCAN;
            if (ofReading) {
                last.put(decision.document() + " " + decision.subject(), decision);
            }
        }
        return last.values().stream().map(LabelledCase::of).toList();
    }

    /** How often the machine was right, by kind and field. */
    public List<Reliability> table() {
        List<Reliability> table = new ArrayList<>();
        grouped()
                .forEach((type, fields) ->
                        fields.forEach((field, cases) -> table.add(Reliability.of(type, field, cases))));
        return table;
    }

    private Map<String, Map<String, List<LabelledCase>>> grouped() {
        Map<String, Map<String, List<LabelledCase>>> groups = new TreeMap<>();
        for (LabelledCase each : cases()) {
            // for the kind itself: what the machine took the paper for
            String type = each.decision().subject().equals(ReviewDecision.TYPE)
                    ? each.machine()
                            .map(ExtractedValue::value)
                            .orElse(each.decision().type())
                    : each.decision().type();
            groups.computeIfAbsent(type, fresh -> new TreeMap<>())
                    .computeIfAbsent(each.decision().subject(), fresh -> new ArrayList<>())
                    .add(each);
        }
        return groups;
    }

    /**
     * What the decisions bear out: for each kind and field the lowest confidence from which on the machine was right in at least the
     * target share of cases, with 95 % certainty. Where there are too few cases nothing is proposed.
     *
     * @param targetPercent such as 99.5
     */
    public Agreed propose(double targetPercent, String officer) {
        if (!(targetPercent >= 50 && targetPercent < 100)) {
            throw new DigitisationException(Problem.USAGE, "--target " + targetPercent);
        }
        List<Threshold> thresholds = new ArrayList<>();
        grouped()
                .forEach((type, fields) -> fields.forEach((field, cases) ->
                        lowest(type, field, cases, targetPercent / 100).ifPresent(thresholds::add)));
        LocalDate today = LocalDate.now(clock.withZone(KeepLedger.ZONE));
        return new Agreed(today.toString(), today, officer, null, null, targetPercent, thresholds);
    }

    private static Optional<Threshold> lowest(
            String type, String field, Collection<LabelledCase> cases, double target) {
        for (int from = LOWEST; from <= 100; from++) {
            int least = from;
            List<LabelledCase> above = cases.stream()
                    .filter(each -> each.machine().isPresent() && each.confidence() >= least)
                    .toList();
            int right = Reliability.right(above);
            if (!above.isEmpty() && surely(right, above.size()) >= target) {
                return Optional.of(new Threshold(type, field, least, above.size(), right));
            }
        }
        return Optional.empty();
    }

    /** The share that is right at the least, with 95 % certainty (Wilson). */
    static double surely(int right, int cases) {
        double share = (double) right / cases;
        double square = Z * Z / cases;
        double root = Z * Math.sqrt(share * (1 - share) / cases + square / (4 * cases));
        return (share + square / 2 - root) / (1 + square);
    }

    /** Cases that have to be right without exception before anything can be proposed. */
    public static int fewest(double targetPercent) {
        double target = targetPercent / 100;
        return (int) Math.ceil(Z * Z * target / (1 - target));
    }

    /**
     * Puts a proposal into force with the next start: writes it into the reference data.
     *
     * @throws DigitisationException SAME_PERSON if who proposed it accepts it, WRONG_STATUS if it was accepted before,
     *     CONFIGURATION_INVALID if it is not what the decisions on file bear out
     */
    public Path accept(Path proposal, String officer) {
        Agreed proposed = LearnedThresholds.read(proposal);
        if (proposed.acceptedBy() != null) {
            throw new DigitisationException(
                    Problem.WRONG_STATUS, proposal.getFileName().toString());
        }
        if (name(officer).isEmpty() || name(officer).equalsIgnoreCase(name(proposed.proposedBy()))) {
            throw new DigitisationException(Problem.SAME_PERSON, officer);
        }
        for (Threshold each : proposed.thresholds()) {
            refuseUnfounded(proposal, each, proposed.targetPercent() / 100);
        }
        Agreed accepted = new Agreed(
                proposed.version(),
                proposed.proposedOn(),
                proposed.proposedBy(),
                LocalDate.now(clock.withZone(KeepLedger.ZONE)),
                officer,
                proposed.targetPercent(),
                proposed.thresholds());
        return write(reference.resolve(LearnedThresholds.FILE), LearnedThresholds.write(accepted));
    }

    /** A file may have been edited on its way: the figures in it have to be those of the decisions on file, and enough. */
    private void refuseUnfounded(Path proposal, Threshold threshold, double target) {
        List<LabelledCase> above =
                grouped().getOrDefault(threshold.type(), Map.of()).getOrDefault(threshold.field(), List.of()).stream()
                        .filter(each -> each.machine().isPresent() && each.confidence() >= threshold.confidence())
                        .toList();
        boolean founded = above.size() >= threshold.cases()
                && surely(Reliability.right(above), Math.max(1, above.size())) >= target;
        if (!founded) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    proposal.getFileName() + ": " + threshold.type() + "." + threshold.field()
                            + ": số liệu không khớp với sổ kiểm tra");
        }
    }

    /** Writes text into a file of that name, whole or not at all. Problem: FILE_MISSING if it cannot be written. */
    public static Path write(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".moi");
            Files.writeString(fresh, text, CREATE, TRUNCATE_EXISTING, WRITE, SYNC); // on the disk before it counts
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.FILE_MISSING, file.toString(), cannot);
        }
    }

    /** Cases as a table for officers (CSV); numbers of persons are masked. */
    public String csv() {
        StringBuilder out =
                new StringBuilder("document,type,field,raw,read,decided,confidence,method,right,verdict,at\n");
        for (LabelledCase each : cases()) {
            ReviewDecision decision = each.decision();
            Optional<ExtractedValue> read = each.machine();
            List<String> cells = List.of(
                    decision.document().toString(),
                    decision.type(),
                    decision.subject(),
                    read.map(ExtractedValue::raw).map(OwnerId::maskedIn).orElse(""),
                    read.map(ExtractedValue::value).map(OwnerId::maskedIn).orElse(""),
                    OwnerId.maskedIn(Optional.ofNullable(decision.decided()).orElse("")),
                    read.map(value -> String.format(Locale.ROOT, "%.1f", value.confidence()))
                            .orElse(""),
                    read.map(value -> value.method().name()).orElse(""),
                    read.isEmpty() ? "" : String.valueOf(each.right()),
                    decision.verdict().name(),
                    decision.at().toString());
            out.append(String.join(
                            ",", cells.stream().map(LearnFromReview::quoted).toList()))
                    .append('\n');
        }
        return out.toString();
    }

    /** A cell that no program of tables takes for a formula. */
    private static String quoted(String cell) {
        String plain = cell.matches("[=+\\-@].*") ? "'" + cell : cell;
        return "\"" + plain.replace("\"", "\"\"").replaceAll("\\s+", " ") + "\"";
    }

    private static String name(String officer) {
        return Normalizer.normalize(officer, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
