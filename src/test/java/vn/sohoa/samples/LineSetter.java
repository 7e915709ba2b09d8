package vn.sohoa.samples;

import java.util.ArrayList;
import java.util.List;

/** Breaks texts into lines and sets centred ones around a middle. */
final class LineSetter {
    private final Pen pen;

    LineSetter(Pen pen) {
        this.pen = pen;
    }

    /** Centred lines around x; returns the baseline of the last. */
    double block(
            List<PageTruth.Spot> spots, String text, Face face, double points, double x, double width, double from) {
        return block(spots, text, face, points, x, width, from, points * 0.44);
    }

    double block(
            List<PageTruth.Spot> spots,
            String text,
            Face face,
            double points,
            double x,
            double width,
            double from,
            double step) {
        double at = from;
        for (String s : wrap(text, face, points, width, 0)) {
            at += step;
            pen.text(s, x - pen.width(s, face, points) / 2, at, face, points);
            spots.add(new PageTruth.Spot(s, at));
        }
        return at;
    }

    /** Long names of agencies are set smaller, as offices do, before they wrap. */
    double fitting(String text, Face face) {
        double points = 12.5;
        while (points > 10.5 && pen.width(text, face, points) > 71) {
            points -= 0.25;
        }
        return points;
    }

    /** As {@link #fitting(String, Face)}, for wide letters in another width, as small as it takes. */
    double fitting(String text, Face face, double width) {
        double points = 12.5;
        while (points > 6 && pen.width(text, face, points) > width) {
            points -= 0.25;
        }
        return points;
    }

    double people(List<PageTruth.Spot> spots, List<String> texts, double middle, double width, double top) {
        double at = top;
        for (String text : texts) {
            Face face = text.startsWith("(") || text.contains(", ngày ") ? Face.ITALIC : Face.BOLD;
            at = block(spots, text, face, 13, middle, width, at);
        }
        return at;
    }

    int lines(List<String> texts, double width) {
        return texts.stream()
                .mapToInt(t -> wrap(t, Face.BOLD, 13, width, 0).size())
                .sum();
    }

    List<String> wrap(String text, Face face, double points, double width, double indent) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> out = new ArrayList<>();
        String current = "";
        for (String w : text.split(" ")) {
            String longer = current.isEmpty() ? w : current + " " + w;
            double most = out.isEmpty() ? width - indent : width;
            if (!current.isEmpty() && pen.width(longer, face, points) > most) {
                out.add(current);
                longer = w;
            }
            current = longer;
        }
        out.add(current);
        return out;
    }
}
