package vn.sohoa.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.page.PageText;

/** The true text of every sample paper, without places: the hardest way to read a head. */
class SampleTruthTest {
    private static final Path TRUTH = Path.of("src/test/resources/samples/truth");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final double TYPES = 1.0;
    private static final double FIELDS = 0.94;

    private final Extraction extraction = Extraction.load(Path.of("jobs/reference"), CLOCK);
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, int[]> scores = new LinkedHashMap<>();

    @Test
    void readsKindAndFieldsOfTheSamples() throws IOException {
        try (Stream<Path> files = Files.list(TRUTH)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (JsonNode paper :
                        JsonMapper.shared().readTree(file.toFile()).get("papers")) {
                    judge(file.getFileName() + "/" + paper.get("file").asString(), paper);
                }
            }
        }
        scores.forEach((name, s) -> wrong.add(0, name + " " + s[0] + "/" + s[1]));
        Path report = Path.of("target/extraction-truth.txt");
        Files.createDirectories(report.getParent());
        Files.writeString(report, String.join("\n", wrong) + "\n");
        int[] types = scores.getOrDefault("type", new int[] {0, 0});
        int right = 0;
        int all = 0;
        for (Map.Entry<String, int[]> score : scores.entrySet()) {
            right += score.getKey().equals("type") ? 0 : score.getValue()[0];
            all += score.getKey().equals("type") ? 0 : score.getValue()[1];
        }
        assertThat(types[0]).as("kinds, see %s", report).isGreaterThanOrEqualTo((int) (types[1] * TYPES));
        assertThat(right).as("fields, see %s", report).isGreaterThanOrEqualTo((int) (all * FIELDS));
    }

    private void judge(String name, JsonNode paper) {
        JsonNode type = paper.get("type");
        List<PageText> pages = new ArrayList<>();
        for (JsonNode page : paper.path("pages")) {
            pages.addAll(PaperPages.plain(page.get("columns").asString()));
        }
        if (type == null
                || type.isNull()
                || pages.stream().allMatch(p -> p.words().isEmpty())) {
            return;
        }
        Classification found = extraction.classify(pages);
        score("type", name, type.asString(), found.type().code() + " " + Math.round(found.confidence()));
        DocumentType asked = extraction.type(type.asString()).orElse(DocumentType.UNKNOWN);
        List<ExtractedValue> values = extraction.extract(asked, pages, List.of());
        for (Map.Entry<String, JsonNode> field : paper.path("fields").properties()) {
            String read = values.stream()
                    .filter(v -> v.field().equals(field.getKey()))
                    .map(ExtractedValue::value)
                    .findFirst()
                    .orElse("-");
            score(field.getKey(), name, field.getValue().asString(), read);
        }
        List<String> missing = extraction.missing(asked, values);
        if (!missing.isEmpty()) {
            wrong.add(name + " missing " + missing);
        }
    }

    private void score(String field, String paper, String expected, String read) {
        int[] score = scores.computeIfAbsent(field, f -> new int[2]);
        boolean right = field.equals("type")
                ? read.startsWith(expected + " ") || (expected.equals("KHAC") && read.startsWith("CHUA_RO "))
                : read.equals(expected); // only a person says KHAC
        score[1]++;
        if (right) {
            score[0]++;
        } else {
            wrong.add(paper + " " + field + ": " + expected + " | " + read);
        }
    }
}
