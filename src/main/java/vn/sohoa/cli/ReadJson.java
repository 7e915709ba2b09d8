package vn.sohoa.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.workflow.ReadFiles;

/** The published shape of {@code read --json}. */
record ReadJson(List<File> files) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(
            String file,
            @Nullable String sha256,
            @Nullable String mediaType,
            List<Page> pages,
            double cpuSeconds,
            List<ProblemJson> problems) {}

    record Page(
            int page,
            int widthPx,
            int heightPx,
            double dpi,
            String source,
            int rotation,
            double skewDegrees,
            double confidence,
            String text,
            List<WordJson> words) {}

    record WordJson(String text, int[] box, double confidence) {}

    /** A problem as others see it. */
    record ProblemJson(String code, String message, String remedy, String detail) {

        static ProblemJson of(DigitisationException failure, Language language) {
            return new ProblemJson(
                    failure.problem().name(),
                    failure.problem().message(language),
                    failure.problem().remedy(language),
                    failure.detail());
        }
    }

    static ReadJson of(List<FileResult> results, Language language) {
        return new ReadJson(
                results.stream().map(result -> file(result, language)).toList());
    }

    private static File file(FileResult result, Language language) {
        Optional<ReadFiles.FileReading> read = result.reading();
        return new File(
                result.file().toString(),
                read.map(ReadFiles.FileReading::sha256).orElse(null),
                read.map(ReadFiles.FileReading::mediaType).orElse(null),
                read.map(ReadFiles.FileReading::pages).orElse(List.of()).stream()
                        .map(ReadJson::page)
                        .toList(),
                read.map(ReadFiles.FileReading::cpuSeconds).orElse(0.0),
                result.problem().map(p -> List.of(ProblemJson.of(p, language))).orElse(List.of()));
    }

    private static Page page(ReadFiles.PageRead read) {
        Optional<PageMeasurements> measured = read.measured();
        PageText text = read.text();
        return new Page(
                read.page(),
                measured.map(PageMeasurements::widthPx).orElse(0),
                measured.map(PageMeasurements::heightPx).orElse(0),
                measured.map(PageMeasurements::dpi).orElse(0.0),
                text.source().name().toLowerCase(Locale.ROOT),
                measured.map(PageMeasurements::rotation).orElse(0),
                measured.map(PageMeasurements::skewDegrees).orElse(0.0),
                Math.round(text.confidence() * 10) / 10.0,
                text.text(),
                text.words().stream()
                        .map(word -> new WordJson(word.text(), box(word.box()), word.confidence()))
                        .toList());
    }

    static int[] box(Box box) {
        return new int[] {box.x(), box.y(), box.width(), box.height()};
    }
}
