package vn.sohoa.workflow.acceptance;

import java.util.List;
import java.util.Optional;
import vn.sohoa.quality.TextAccuracy;

/**
 * How well a run was read, by its drawn sample (báo cáo nghiệm thu; R-14).
 *
 * @param profile id and versions of the quality profile that sets the bar
 * @param barPercent characters of printed text that must be right
 * @param percent characters that were right; 0 while nothing is checked
 * @param lowestPercent what the whole batch has at least, with 97.5 % certainty
 * @param checked pages with a corrected text
 */
public record AccuracyReport(
        AcceptanceSample sample,
        String profile,
        double barPercent,
        List<Line> lines,
        double percent,
        double lowestPercent,
        double cer,
        double wer,
        int checked,
        Verdict verdict) {

    /** What follows for the batch. */
    public enum Verdict {
        ACCEPTED,
        NOT_ACCEPTED,
        /** Pages of the sample are not checked yet: not accepted either. */
        NOT_CHECKED
    }

    /** A drawn page; without figures while it is not checked. */
    public record Line(AcceptanceSample.Drawn page, Optional<TextAccuracy> accuracy) {}

    public AccuracyReport {
        lines = List.copyOf(lines);
    }

    static AccuracyReport of(AcceptanceSample sample, String profile, double bar, List<Line> lines) {
        List<TextAccuracy> checked =
                lines.stream().flatMap(line -> line.accuracy().stream()).toList();
        TextAccuracy all = TextAccuracy.pooled(checked);
        double percent = checked.isEmpty() ? 0 : all.percent();
        Verdict verdict = checked.size() < lines.size()
                ? Verdict.NOT_CHECKED
                : percent >= bar ? Verdict.ACCEPTED : Verdict.NOT_ACCEPTED;
        return new AccuracyReport(
                sample,
                profile,
                bar,
                lines,
                percent,
                TextAccuracy.lowest(checked),
                all.cer(),
                all.wer(),
                checked.size(),
                verdict);
    }
}
