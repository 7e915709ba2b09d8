package vn.sohoa.workflow.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * How often the machine was right about one field of one kind of paper (reliability table).
 *
 * @param field name of a field, or {@code type}
 * @param missed cases in which it had read nothing
 * @param bins by confidence, the lowest first
 */
public record Reliability(String type, String field, int cases, int right, int missed, List<Bin> bins) {
    private static final int[] EDGES = {0, 50, 60, 70, 80, 90, 95, 101};

    /** Cases from {@code from} on and below {@code below}. */
    public record Bin(int from, int below, int cases, int right, double meanConfidence) {}

    static Reliability of(String type, String field, List<LabelledCase> all) {
        List<LabelledCase> read =
                all.stream().filter(each -> each.machine().isPresent()).toList();
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < EDGES.length; i++) {
            int from = EDGES[i];
            int below = EDGES[i + 1];
            List<LabelledCase> within = read.stream()
                    .filter(each -> each.confidence() >= from && each.confidence() < below)
                    .toList();
            if (!within.isEmpty()) {
                double mean = within.stream()
                        .mapToDouble(LabelledCase::confidence)
                        .average()
                        .orElse(0);
                bins.add(new Bin(from, below, within.size(), right(within), mean));
            }
        }
        return new Reliability(type, field, read.size(), right(read), all.size() - read.size(), bins);
    }

    static int right(List<LabelledCase> cases) {
        return (int) cases.stream().filter(LabelledCase::right).count();
    }
}
