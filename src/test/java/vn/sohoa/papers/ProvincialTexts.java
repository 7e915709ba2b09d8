package vn.sohoa.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.extraction.Classification;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.page.PageText;
import vn.sohoa.samples.PaperText;

/**
 * The five provincial texts from which the house was begun: kind, number, day and agency as issued where they are known, wording and
 * signers ours.
 */
final class ProvincialTexts {
    static final List<String> NAMES =
            List.of("quang-ninh-07", "long-an-1559", "nui-thanh-2023", "vinh-long-2022", "vinh-long-2021");

    private static final Path FOLDER = Path.of("src/test/resources/papers/provincial");

    private final Extraction extraction = Extraction.load(
            Path.of("jobs/reference"),
            Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")));

    static PaperText text(String name) throws IOException {
        return PaperText.parse(name, Files.readString(FOLDER.resolve(name + ".txt")));
    }

    /** What is said of them, as their files have it: kind and the fields named there. */
    Map<String, String> understood(PaperText text, List<PageText> pages) {
        Classification found = extraction.classify(pages);
        Map<String, String> values = extraction.extract(found.type(), pages, List.of()).stream()
                .filter(value -> text.facts().containsKey(value.field()))
                .collect(Collectors.toMap(ExtractedValue::field, ExtractedValue::value));
        values.put("type", found.type().code());
        return values;
    }
}
