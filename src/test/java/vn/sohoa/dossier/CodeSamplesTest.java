package vn.sohoa.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of the samples: a plain kind is the written form, a kind with {@code _CHECK} also its dates and digits. */
class CodeSamplesTest {
    private static final Path SAMPLES = Path.of("src/test/resources/code-samples.tsv");

    private record Sample(String kind, String value, boolean valid) {
        CodeFormat format() {
            return CodeFormat.valueOf(kind.replaceAll("_CHECK$", ""));
        }

        boolean verdict() {
            return kind.endsWith("_CHECK") ? format().holds(value) : format().matches(value);
        }
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsJudgedRight() throws IOException {
        return samples().stream()
                .map(s -> DynamicTest.dynamicTest(s.kind() + " " + s.value(), () -> assertThat(s.verdict())
                        .isEqualTo(s.valid())));
    }

    @Test
    void everyFormHasGoodAndBadSamples() throws IOException {
        for (boolean valid : List.of(true, false)) {
            Set<CodeFormat> seen = samples().stream()
                    .filter(s -> s.valid() == valid)
                    .map(Sample::format)
                    .collect(Collectors.toSet());
            assertThat(seen).isEqualTo(EnumSet.allOf(CodeFormat.class));
        }
    }

    @Test
    void whatHoldsAlsoMatchesUnlessItIsATaxNumberInGroups() throws IOException {
        assertThat(samples())
                .filteredOn(s -> s.format().holds(s.value()) && !s.format().matches(s.value()))
                .allMatch(s -> s.format() == CodeFormat.MST);
    }

    private static List<Sample> samples() throws IOException {
        return Files.readAllLines(SAMPLES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Sample(cells[0], cells[1], cells[2].equals("valid")))
                .toList();
    }
}
