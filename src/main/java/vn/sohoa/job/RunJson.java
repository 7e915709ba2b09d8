package vn.sohoa.job;

import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Language;
import vn.sohoa.workflow.RunSummary;

/** The published shape of a run, of {@code job status --json} and of the API; {@code read} is the sum of {@code done} … {@code skipped}, in papers. */
public record RunJson(
        long run,
        String job,
        String day,
        String status,
        String started,
        @Nullable String ended,
        int read,
        int done,
        int review,
        int rescan,
        int awaitingSignature,
        int outOfScope,
        int quarantined,
        int failed,
        int skipped,
        int refused,
        int pages,
        double pagesPerMinute) {

    public static RunJson of(RunSummary run) {
        return new RunJson(
                run.run(),
                run.job(),
                run.day().toString(),
                run.status(),
                run.started().toString(),
                run.endedAt().map(Object::toString).orElse(null),
                run.read(),
                run.done(),
                run.review(),
                run.rescan(),
                run.awaitingSignature(),
                run.outOfScope(),
                run.quarantined(),
                run.failed(),
                run.skipped(),
                run.refused(),
                run.pages(),
                Math.round(run.pagesPerMinute() * 10) / 10.0);
    }

    /** One line for people. */
    public String words(Language language) {
        String form = language == Language.VI
                ? "#%d %s %s %s: %d giấy tờ, xong %d, kiểm tra %d, quét lại %d, chờ ký %d, ngoài phạm vi %d, cách ly %d,"
                        + " lỗi %d, chưa tới lượt %d; %d trang, %.0f trang/phút"
                : "#%d %s %s %s: %d papers, done %d, review %d, rescan %d, to sign %d, out of scope %d, quarantined %d,"
                        + " failed %d, not reached %d; %d pages, %.0f pages/min";
        return String.format(
                form,
                run,
                job,
                day,
                status,
                read,
                done,
                review,
                rescan,
                awaitingSignature,
                outOfScope,
                quarantined,
                failed,
                skipped,
                pages,
                pagesPerMinute);
    }
}
