package vn.sohoa.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.extraction.Classification;
import vn.sohoa.extraction.ValueLearning;
import vn.sohoa.page.PageText;
import vn.sohoa.papers.FieldTruth;
import vn.sohoa.papers.GeneratedPaper;

/** Counts what {@link UnderstandingBench} sees. */
final class UnderstandingScore {
    /** As the jobs of the house have it. */
    private static final double TYPE_ACCEPTED = 70;

    private static final Set<String> NUMBERS = Set.of(
            "ownerId", "ownerId2", "oldId", "codeNumber", "serialNumber", "registerNumber", "registrationNumber", "parcel", "mapSheet");

    /** How sure and whether right. */
    record Certainty(double confidence, boolean right) {}

    private final int shown;
    private final double fieldAccepted;
    private final Map<String, int[]> kinds = new TreeMap<>();
    private final Map<String, Integer> confusions = new TreeMap<>();
    private final List<Certainty> certainties = new ArrayList<>();
    private final List<Certainty> valueCertainties = new ArrayList<>();
    private final List<Certainty> numberCertainties = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, int[]> fields = new TreeMap<>();
    private final List<String> wrongValues = new ArrayList<>();
    private final LostValues lost = new LostValues();
    private int papers;
    private int accepted;
    private int acceptedRight;
    private int decoys;
    private int decoysTaken;
    private int decoysRight;
    private int pages;
    private double classifyMillis;
    private double extractMillis;

    UnderstandingScore(int shown, double fieldAccepted) {
        this.shown = shown;
        this.fieldAccepted = fieldAccepted;
    }

    void cost(int pageCount, double classify, double extract) {
        pages += pageCount;
        classifyMillis += classify;
        extractMillis += extract;
    }

    void kind(GeneratedPaper paper, Classification found) {
        String answer = label(found);
        boolean right = found.type().code().equals(paper.type()) && answer.equals(paper.label());
        boolean sure = found.type().isKnown() && found.confidence() >= TYPE_ACCEPTED;
        if (found.type().isKnown()) {
            certainties.add(new Certainty(found.confidence(), right));
        }
        if (!right) {
            wrong.add(String.format(Locale.ROOT, "%s%s: %s (%.0f) %s", sure ? "! " : "", paper.layout(), answer, found.confidence(),
                    found.candidates().stream().limit(2).map(c -> c.type().code() + Math.round(c.confidence())).toList()));
        }
        if (!paper.decoyOf().isEmpty()) {
            decoys++;
            decoysTaken += found.type().code().equals(paper.decoyOf()) ? 1 : 0;
            decoysRight += right ? 1 : 0;
            return;
        }
        papers++;
        accepted += sure ? 1 : 0;
        acceptedRight += sure && right ? 1 : 0;
        String truth = paper.label();
        if (right) {
            count(truth)[0]++;
        } else {
            count(truth)[2]++;
            count(answer.equals(truth) ? truth + "/" + found.type().code() : answer)[1]++;
            confusions.merge(truth + " → " + answer, 1, Integer::sum);
        }
    }

    private static String label(Classification found) {
        return found.copy() == vn.sohoa.extraction.CopyMark.NONE ? found.type().code() : found.copy().name();
    }

    /** right, taken though wrong, missed */
    private int[] count(String kind) {
        return kinds.computeIfAbsent(kind, k -> new int[3]);
    }

    /** Required fields whose truth is on the paper. */
    void values(GeneratedPaper paper, List<PageText> read, List<String> required, List<ExtractedValue> values) {
        for (String field : required) {
            FieldTruth truth = paper.fields().get(field);
            if (truth == null) {
                continue;
            }
            int[] count = fields.computeIfAbsent(field, f -> new int[5]);
            ExtractedValue value = values.stream().filter(v -> v.field().equals(field)).findFirst().orElse(null);
            boolean conflict = values.stream().anyMatch(v -> v.field().equals(field + ".conflict"));
            boolean right = value != null && ValueLearning.same(value.value(), truth.value());
            boolean taken = value != null && value.confidence() >= fieldAccepted && !conflict;
            if (value != null && !conflict) {
                valueCertainties.add(new Certainty(value.confidence(), right));
                if (NUMBERS.contains(field) || field.endsWith("Date") || field.equals("validUntil")) {
                    numberCertainties.add(new Certainty(value.confidence(), right));
                }
            }
            count[0]++;
            count[1] += value == null ? 0 : 1;
            count[2] += right ? 1 : 0;
            count[3] += taken ? 1 : 0;
            count[4] += taken && right ? 1 : 0;
            LostValues.Cause cause = lost.add(paper, read, field, truth, value, right);
            if (!right) {
                wrongValues.add((taken ? "! " : "") + cause + " " + paper.layout() + " " + field + ": " + truth.value() + " | "
                        + (value == null ? "-" : value.value() + " (" + Math.round(value.confidence()) + ")"));
            }
        }
    }

    List<Certainty> valueCertainties() {
        return valueCertainties;
    }

    List<Certainty> certainties() {
        return certainties;
    }

    String report() {
        StringBuilder out = new StringBuilder();
        line(out, "| papers | kinds | macro-F1 | accepted %% | right among accepted %% | wrong accepted | decoys | taken for it | kind right %% |");
        line(out, "|---|---|---|---|---|---|---|---|---|");
        line(out, "| %d | %d | %.4f | %.1f | %.2f | %d | %d | %d | %.1f |%n", papers, kinds.size(), macroF1(), share(accepted, papers),
                share(acceptedRight, accepted), accepted - acceptedRight, decoys, decoysTaken, share(decoysRight, decoys));
        fieldTable(out);
        line(out, "CPU ms a page: kind %.2f, values %.2f (%d pages)%n", classifyMillis / Math.max(1, pages), extractMillis / Math.max(1, pages), pages);
        out.append(lost.report()).append('\n');
        calibration(out, "papers", certainties);
        calibration(out, "values", valueCertainties);
        bars(out);
        confusions.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue()).limit(40)
                .forEach(e -> line(out, "%4d %s", e.getValue(), e.getKey()));
        kinds.forEach((kind, n) -> {
            if (f1(n) < 0.97) {
                line(out, "F1 %.3f %s (right %d, false %d, missed %d)", f1(n), kind, n[0], n[1], n[2]);
            }
        });
        listed(out, wrong);
        listed(out, wrongValues);
        return out.toString();
    }

    private void listed(StringBuilder out, List<String> lines) {
        out.append('\n');
        lines.stream().sorted().limit(shown).forEach(text -> out.append(text).append('\n'));
    }

    private void fieldTable(StringBuilder out) {
        int[] all = new int[5];
        int[] numbers = new int[5];
        fields.forEach((field, n) -> {
            for (int i = 0; i < 5; i++) {
                all[i] += n[i];
                numbers[i] += NUMBERS.contains(field) ? n[i] : 0;
            }
        });
        Map<String, int[]> rows = new LinkedHashMap<>(fields);
        rows.put("all", all);
        rows.put("ids and numbers", numbers);
        line(out, "| field | on papers | F1 | accepted %% | right among accepted %% | wrong accepted |%n|---|---|---|---|---|---|");
        rows.forEach((field, n) -> line(out, "| %s | %d | %.4f | %.1f | %.2f | %d |", field, n[0], n[0] + n[1] == 0 ? 0 : 2.0 * n[2] / (n[0] + n[1]),
                share(n[3], n[0]), share(n[4], n[3]), n[3] - n[4]));
        out.append('\n');
    }

    private static void calibration(StringBuilder out, String what, List<Certainty> certainties) {
        line(out, "| confidence | %s | right %% |%n|---|---|---|", what);
        ReliabilityDiagram.bins(certainties).forEach(bin -> line(out, "| %.0f to %.0f | %d | %.1f |", bin.from(), bin.to(), bin.count(), 100 * bin.right()));
        out.append('\n');
    }

    /** What would be accepted from which confidence on, and how much of it wrong. */
    private void bars(StringBuilder out) {
        line(out, "| accepted from | values accepted %% | right %% | wrong | numbers and days accepted %% | wrong |%n|---|---|---|---|---|---|");
        for (double bar : new double[] {50, 70, 80, 85, 90, 93, 95, 97, 98, 99}) {
            List<Certainty> all = valueCertainties.stream().filter(c -> c.confidence() >= bar).toList();
            List<Certainty> numbers = numberCertainties.stream().filter(c -> c.confidence() >= bar).toList();
            long wrongOfAll = all.stream().filter(c -> !c.right()).count();
            line(out, "| %.0f | %.1f | %.2f | %d | %.1f | %d |", bar, share(all.size(), valueCertainties.size()),
                    share(all.size() - (int) wrongOfAll, all.size()), wrongOfAll, share(numbers.size(), numberCertainties.size()),
                    numbers.stream().filter(c -> !c.right()).count());
        }
        out.append('\n');
    }

    private double macroF1() {
        return kinds.entrySet().stream().filter(e -> !e.getKey().contains("/")).mapToDouble(e -> f1(e.getValue())).average().orElse(0);
    }

    private static double f1(int[] n) {
        return n[0] == 0 ? 0 : 2.0 * n[0] / (2 * n[0] + n[1] + n[2]);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
