package vn.sohoa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sohoa.bench.UnderstandingScore.Certainty;

/** Draws how often an answer of some confidence is right; the diagonal is an honest machine. */
final class ReliabilityDiagram {
    private static final double[] EDGES = {0, 40, 50, 60, 70, 80, 90, 95, 98, 100.01};
    private static final int SIDE = 400;
    private static final int EDGE = 50;

    private ReliabilityDiagram() {}

    /** Answers between two confidences: their number, their mean confidence and the share that is right. */
    record Bin(double from, double to, int count, double mean, double right) {}

    static List<Bin> bins(List<Certainty> certainties) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < EDGES.length; i++) {
            double from = EDGES[i];
            double to = EDGES[i + 1];
            List<Certainty> in = certainties.stream()
                    .filter(c -> c.confidence() >= from && c.confidence() < to)
                    .toList();
            if (!in.isEmpty()) {
                double mean = in.stream().mapToDouble(Certainty::confidence).average().orElse(0);
                double right = (double) in.stream().filter(Certainty::right).count() / in.size();
                bins.add(new Bin(from, Math.min(100, to), in.size(), mean, right));
            }
        }
        return bins;
    }

    static String of(List<Certainty> certainties) {
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"%1$d\" height=\"%1$d\" fill=\"white\"/>%n",
                SIDE + 2 * EDGE));
        for (int percent = 0; percent <= 100; percent += 20) {
            double x = x(percent);
            double y = y(percent);
            svg.append(line(x, y(0), x, y(100), "#ddd")).append(line(x(0), y, x(100), y, "#ddd"));
            svg.append(text(x - 8, y(0) + 18, Integer.toString(percent))).append(text(x(0) - 28, y + 4, Integer.toString(percent)));
        }
        svg.append(line(x(0), y(0), x(100), y(100), "#999"));
        for (Bin bin : bins(certainties)) {
            double radius = 2.5 + Math.log10(bin.count()) * 2;
            svg.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f6fb2\" fill-opacity=\"0.75\"/>%n", x(bin.mean()),
                    y(100 * bin.right()), radius));
            svg.append(text(x(bin.mean()) - 30 - radius, y(100 * bin.right()) + 16, "n=" + bin.count()));
        }
        svg.append(text(EDGE + SIDE / 2.0 - 60, 2 * EDGE + SIDE - 8, "confidence (độ tin cậy), %"));
        svg.append(text(EDGE - 40, EDGE - 20, "right (đúng), %"));
        return svg.append("</svg>\n").toString();
    }

    private static double x(double percent) {
        return EDGE + percent * SIDE / 100;
    }

    private static double y(double percent) {
        return EDGE + SIDE - percent * SIDE / 100;
    }

    private static String line(double x1, double y1, double x2, double y2, String color) {
        return String.format(
                Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n", x1, y1, x2, y2, color);
    }

    private static String text(double x, double y, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n", x, y, text);
    }
}
