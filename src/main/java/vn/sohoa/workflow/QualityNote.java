package vn.sohoa.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.quality.Verdict;

/**
 * The verdict on a scan as the history of the paper keeps it: profile with versions, PASS or RESCAN, the measures of the
 * pages, alike ones together, and every fault with its measures.
 *
 * @param profile id and versions, such as {@code ND30-COPY v2.1}
 * @param verdict PASS or RESCAN
 * @param pages such as {@code p1-3 200dpi 24bit colour 1654x2339px 210x297mm detail 200dpi skew 0.4 sharp 0.81 paper 251 writing 230}
 */
public record QualityNote(String profile, String verdict, String pages, List<PageFault> faults) {
    private static final Pattern KEPT =
            Pattern.compile("(?:[A-Z_]+ )?\\[([^|]*) (PASS|RESCAN) \\|([^|]*)\\|([^|]*)\\].*");
    private static final int LONGEST = 60_000;

    static String write(Verdict verdict, List<PageMeasurements> measured) {
        return "[" + verdict.profile() + (verdict.pass() ? " PASS" : " RESCAN") + " | " + pages(measured) + " | "
                + PageFault.keep(verdict.faults()) + "]";
    }

    /** The verdict of the latest capture. */
    public static Optional<QualityNote> latest(List<ProvenanceEvent> history) {
        Optional<QualityNote> found = Optional.empty();
        for (ProvenanceEvent event : history) {
            Matcher m = KEPT.matcher(event.detail());
            if (m.matches()) {
                found = Optional.of(new QualityNote(
                        m.group(1),
                        m.group(2),
                        m.group(3).strip(),
                        PageFault.kept(m.group(4).strip())));
            }
        }
        return found;
    }

    private static String pages(List<PageMeasurements> measured) {
        List<QualityPage> pages = QualityPage.of(measured);
        List<String> groups = new ArrayList<>();
        int from = 0;
        int length = 0;
        for (int to = 1; to <= pages.size(); to++) {
            if (to == pages.size() || !facts(pages.get(to)).equals(facts(pages.get(from)))) {
                String group = group(pages.subList(from, to));
                length += group.length() + 2;
                if (length > LONGEST) {
                    groups.add("p" + (from + 1) + "-" + pages.size() + " …");
                    break;
                }
                groups.add(group);
                from = to;
            }
        }
        return String.join("; ", groups);
    }

    private static String group(List<QualityPage> pages) {
        QualityPage first = pages.get(0);
        QualityPage last = pages.get(pages.size() - 1);
        String numbers = "p" + first.page() + (pages.size() == 1 ? "" : "-" + last.page());
        double skew =
                pages.stream().mapToDouble(p -> Math.abs(p.skewDegrees())).max().orElse(0);
        double sharp = pages.stream().mapToDouble(QualityPage::sharpness).min().orElse(1);
        double paper = pages.stream().mapToDouble(QualityPage::paper).min().orElse(255);
        double writing = pages.stream().mapToDouble(QualityPage::writing).min().orElse(255);
        return numbers + " " + facts(first) + " skew " + PageFault.number(skew, 1) + " sharp "
                + PageFault.number(sharp, 2) + " paper " + PageFault.number(paper, 0) + " writing "
                + PageFault.number(writing, 0);
    }

    /** What the norms ask for: resolution, depth, colour, size and scale. */
    private static String facts(QualityPage p) {
        return PageFault.number(p.dpi(), 0) + "dpi " + p.bits() + "bit " + (p.colour() ? "colour" : "grey")
                + (p.blank() ? " blank " : " ") + p.widthPx() + "x" + p.heightPx() + "px "
                + PageFault.number(p.widthMm(), 0) + "x" + PageFault.number(p.heightMm(), 0) + "mm detail "
                + PageFault.number(p.detailDpi(), 0) + "dpi";
    }
}
