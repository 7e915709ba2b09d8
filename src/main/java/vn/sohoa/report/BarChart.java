package vn.sohoa.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Language;

/**
 * Percentages as lying bars in SVG, drawn here and not in the browser: no script, no style sheet, and each bar says its figure and
 * its colour in words. The drawing is as wide as its place; letters keep their size, on a telephone too.
 */
public final class BarChart {
    private static final int STEP = 36;
    private static final int BASELINE = 14;
    private static final int BAR = 20;
    private static final int THICK = 9;
    private static final int LONGEST_LABEL = 27;
    private static final String INK = "#1c2430";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BarChart() {}

    /** One bar. @param percent null is N/A. @param target a mark across the bar, or null */
    public record Bar(
            String label,
            @Nullable BigDecimal percent,
            Band band,
            @Nullable BigDecimal target) {}

    /** The drawing. @param title read out by screen readers */
    public static String svg(String title, List<Bar> bars, Language language) {
        StringBuilder out = new StringBuilder(256 * (bars.size() + 1));
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" height=\"")
                .append(STEP * bars.size())
                .append("\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"13\"><title>")
                .append(Markup.escaped(title))
                .append("</title>");
        int y = 0;
        for (Bar bar : bars) {
            bar(out, bar, y, language);
            y += STEP;
        }
        return out.append("</svg>").toString();
    }

    private static void bar(StringBuilder out, Bar bar, int y, Language language) {
        String band = bar.band() == Band.NONE
                ? ""
                : " · " + bar.band().title(language).toLowerCase(Locale.ROOT);
        text(out, "0", y, "start", shortened(bar.label()));
        text(out, "100%", y, "end", Markup.percent(bar.percent(), language) + band);
        rectangle(out, y, HUNDRED, "#e9ecf1");
        if (bar.percent() != null) {
            rectangle(out, y, bar.percent(), bar.band().colour());
        }
        if (bar.target() != null) {
            String x = across(bar.target());
            out.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>",
                    x,
                    x,
                    y + BAR - 1,
                    y + BAR + THICK + 3,
                    INK));
        }
    }

    private static String across(BigDecimal percent) {
        return percent.min(HUNDRED).toPlainString() + "%";
    }

    private static void rectangle(StringBuilder out, int y, BigDecimal percent, String colour) {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"0\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
                y + BAR,
                across(percent),
                THICK,
                colour));
    }

    private static void text(StringBuilder out, String x, int y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%s\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x,
                y + BASELINE,
                anchor,
                INK,
                Markup.escaped(text)));
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
