package vn.sohoa.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.job.RunJson;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.workflow.ReadFiles;
import vn.sohoa.workflow.RunSummary;

class CommandLineTest {
    private static final Locale[] LANGUAGES = {Locale.ROOT, Locale.ENGLISH};

    private static CommandLine line(Locale language) {
        CommandLine line = new CommandLine(new Root(CommandLineTest.class));
        line.setResourceBundle(bundle(language));
        return line;
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "messages.cli",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<CommandLine> all(CommandLine line) {
        List<CommandLine> all = new ArrayList<>(List.of(line));
        line.getSubcommands().values().forEach(sub -> all.addAll(all(sub)));
        return all;
    }

    @Test
    void everyCommandOptionAndParameterIsExplainedInBothLanguages() {
        for (Locale language : LANGUAGES) {
            for (CommandLine command : all(line(language))) {
                String name = language + " " + command.getCommandSpec().qualifiedName();
                assertThat(String.join(
                                "", command.getCommandSpec().usageMessage().description()))
                        .as(name)
                        .isNotBlank();
                command.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .forEach(option -> assertThat(String.join("", option.description()))
                                .as(name + " " + option.longestName())
                                .isNotBlank());
            }
        }
    }

    @Test
    void helpIsInTheLanguageAskedFor() {
        for (CommandLine command : all(line(Locale.ENGLISH))) {
            String vietnamese = "đưăơêôạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ";
            String help =
                    String.join("", command.getCommandSpec().usageMessage().description());
            assertThat(help.chars().filter(c -> vietnamese.indexOf(c) >= 0).count())
                    .as(command.getCommandSpec().qualifiedName() + ": " + help)
                    .isZero();
        }
    }

    @Test
    void bothLanguagesExplainTheSameThings() {
        // what is the same in both, such as examples, English takes over
        assertThat(keys(Locale.ENGLISH)).containsAll(keys(Locale.ROOT));
    }

    private static TreeSet<String> keys(Locale language) {
        String file = language.equals(Locale.ROOT) ? "/messages/cli.properties" : "/messages/cli_en.properties";
        java.util.Properties own = new java.util.Properties();
        try (var in = CommandLineTest.class.getResourceAsStream(file)) {
            own.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        TreeSet<String> keys = new TreeSet<>(own.stringPropertyNames());
        if (language.equals(Locale.ROOT)) {
            keys.removeIf(key -> own.getProperty(key).chars().allMatch(c -> c < 128));
        }
        return keys;
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3", "1-3, 1, 3", "5-, 5, 2147483647", "' 2-2 ', 2, 2"})
    void pagesAreGivenAsOneOrFromTo(String text, int first, int last) {
        assertThat(PageRange.parse(text)).isEqualTo(new PageRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "3-1", "-3", "a", "1-3-5", "1,2", "9999999", "١"})
    void anythingElseIsNoPageRange(String text) {
        assertThatExceptionOfType(CommandLine.TypeConversionException.class).isThrownBy(() -> PageRange.parse(text));
    }

    private static RunSummary summary(String status, int review, int failed, int refused) {
        Instant at = Instant.parse("2026-11-02T18:00:00Z");
        return new RunSummary(
                7,
                "nightly",
                LocalDate.parse("2026-11-03"),
                status,
                at,
                at,
                5,
                review,
                0,
                0,
                0,
                0,
                failed,
                0,
                refused,
                9,
                1.26);
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 0, 0, 0, 0",
        "COMPLETED, 1, 0, 0, 3",
        "COMPLETED, 0, 0, 1, 3",
        "COMPLETED, 1, 1, 0, 1",
        "STOPPED, 0, 0, 0, 130",
        "FAILED, 0, 0, 0, 1",
        "RUNNING, 0, 0, 0, 1"
    })
    void theExitCodeTellsHowARunEnded(String status, int review, int failed, int refused, int exit) {
        assertThat(JobCommand.exit(summary(status, review, failed, refused))).isEqualTo(exit);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemIsSaidWithItsCodeAndARemedy(Problem problem) {
        for (Language language : Language.values()) {
            assertThat(ProblemExit.sentence(problem, "chi tiết", language))
                    .startsWith(problem.message(language) + " [chi tiết] ")
                    .endsWith("(" + problem + ")");
        }
        assertThat(problem.exitCode()).isBetween(1, 4);
    }

    private static JsonNode json(Object value) {
        return JsonMapper.shared().valueToTree(value);
    }

    @Test
    void aRunHasTheAgreedNames() {
        JsonNode run = json(RunJson.of(summary("COMPLETED", 1, 2, 3)));
        assertThat(run.propertyNames())
                .containsExactly(
                        "run",
                        "job",
                        "day",
                        "status",
                        "started",
                        "ended",
                        "read",
                        "done",
                        "review",
                        "rescan",
                        "awaitingSignature",
                        "outOfScope",
                        "quarantined",
                        "failed",
                        "skipped",
                        "refused",
                        "pages",
                        "pagesPerMinute");
        assertThat(run.get("read").asInt()).isEqualTo(8);
        assertThat(run.get("pagesPerMinute").asDouble()).isEqualTo(1.3);
    }

    @Test
    void aReadingHasTheAgreedNames() {
        PageText text = new PageText(PageText.Source.OCR, List.of(new Word("Số", new Box(1, 2, 3, 4), 93, 0)), 0);
        FileResult good = FileResult.of(
                Path.of("a.pdf"),
                () -> new ReadFiles.FileReading(
                        "ab", "application/pdf", List.of(new ReadFiles.PageRead(1, Optional.empty(), text)), 0.5));
        FileResult bad = FileResult.of(Path.of("b.pdf"), () -> {
            throw new DigitisationException(Problem.FILE_EMPTY, "");
        });
        JsonNode read = json(ReadJson.of(List.of(good, bad), Language.VI));
        assertThat(read.at("/files/0").propertyNames())
                .containsExactly("file", "sha256", "mediaType", "pages", "cpuSeconds", "problems");
        assertThat(read.at("/files/0/pages/0").propertyNames())
                .containsExactly(
                        "page",
                        "widthPx",
                        "heightPx",
                        "dpi",
                        "source",
                        "rotation",
                        "skewDegrees",
                        "confidence",
                        "text",
                        "words");
        assertThat(read.at("/files/0/pages/0/words/0").propertyNames()).containsExactly("text", "box", "confidence");
        assertThat(read.at("/files/0/pages/0/words/0/box").toString()).isEqualTo("[1,2,3,4]");
        assertThat(read.at("/files/1").propertyNames()).containsExactly("file", "pages", "cpuSeconds", "problems");
        assertThat(read.at("/files/1/problems/0").propertyNames())
                .containsExactly("code", "message", "remedy", "detail");
    }
}
