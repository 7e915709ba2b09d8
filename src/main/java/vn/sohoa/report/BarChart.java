package vn.sohoa.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Language;

/**
 * Percentages as lying bars in SVG, drawn here and not in the browser: no script, no style sheet, and each bar says its figure and
 * its colour in words.
 */
public final class BarChart {
    private static final int WIDTH = 560;
    private static final int LABEL = 170;
    private static final int VALUE = 136; // room for "100,00 % · vàng" in the widest of usual fonts
    private static final int STEP = 24;
    private static final int THICK = 15;
    private static final int TOP = 8;
    private static final int LONGEST_LABEL = 27;
    private static final String INK = "#1c2430";
    private static final double HUNDRED = 100;

    private BarChart() {}

    /** One bar. @param percent null is N/A. @param target a mark across the bar, or null */
    public record Bar(
            String label,
            @Nullable BigDecimal percent,
            Band band,
            @Nullable BigDecimal target) {}

    /** The drawing. @param title read out by screen readers */
    public static String svg(String title, List<Bar> bars, Language language) {
        int height = TOP + STEP * bars.size() + TOP;
        StringBuilder out = new StringBuilder(256 * (bars.size() + 1));
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append(
                        "\" width=\"100%\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"12\"><title>");
        out.append(Markup.escaped(title)).append("</title>");
        int y = TOP;
        for (Bar bar : bars) {
            bar(out, bar, y, language);
            y += STEP;
        }
        return out.append("</svg>").toString();
    }

    private static void bar(StringBuilder out, Bar bar, int y, Language language) {
        double length = bar.percent() == null ? 0 : across(bar.percent());
        text(out, LABEL - 8, y + 12, "end", shortened(bar.label()));
        rectangle(out, LABEL, y, across(BigDecimal.valueOf(HUNDRED)), "#e9ecf1");
        rectangle(out, LABEL, y, length, bar.band().colour());
        if (bar.target() != null) {
            double x = LABEL + across(bar.target());
            out.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %dv%d\" stroke=\"%s\" stroke-width=\"2\"/>",
                    x,
                    y - 3,
                    THICK + 6,
                    INK));
        }
        String band = bar.band() == Band.NONE
                ? ""
                : " · " + bar.band().title(language).toLowerCase(Locale.ROOT);
        text(out, WIDTH - VALUE + 8, y + 12, "start", Markup.percent(bar.percent(), language) + band);
    }

    private static double across(BigDecimal percent) {
        return (WIDTH - LABEL - VALUE) * Math.min(HUNDRED, percent.doubleValue()) / HUNDRED;
    }

    private static void rectangle(StringBuilder out, int x, int y, double width, String colour) {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
                x,
                y,
                width,
                THICK,
                colour));
    }

    private static void text(StringBuilder out, int x, int y, String anchor, String text) {
        out.append("<text x=\"")
                .append(x)
                .append("\" y=\"")
                .append(y)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" fill=\"" + INK + "\">")
                .append(Markup.escaped(text))
                .append("</text>");
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
