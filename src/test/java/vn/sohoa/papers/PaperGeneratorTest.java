package vn.sohoa.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.page.PageText;

class PaperGeneratorTest {
    private final PaperGenerator generator = PaperGenerator.of(PaperSet.TEST);

    @Test
    void drawsEveryKindOfTheHouseAndMore() {
        Set<String> known = Extraction.load(Path.of("jobs/reference"), Clock.systemUTC()).types().stream()
                .map(type -> type.code())
                .collect(Collectors.toSet());
        known.add(PaperGenerator.UNKNOWN);
        known.remove("KHAC"); // only a person chooses it
        assertThat(new HashSet<>(generator.types())).isEqualTo(known);
        assertThat(known.size() + PaperGenerator.COPIES.size()).isGreaterThanOrEqualTo(45);
        assertThat(generator.decoyForms()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void everyPaperHoldsWhatItsTruthSays() {
        for (String type : generator.types()) {
            for (long seed = 1; seed <= 8; seed++) {
                GeneratedPaper paper = generator.paper(type, seed);
                String text = solid(paper.pages().stream().map(PageText::text).collect(Collectors.joining()));
                assertThat(text).as(paper.layout()).isNotEmpty();
                paper.fields()
                        .forEach((field, truth) ->
                                assertThat(truth.value()).as(field).isNotBlank());
                paper.fields().entrySet().stream()
                        .filter(field -> !List.of("subject", "agency", "superiorAgency", "address")
                                .contains(field.getKey()))
                        .filter(field -> paper.boxes(field.getKey(), 1).isEmpty()
                                && paper.pages().size() == 1)
                        .forEach(field -> assertThat(text)
                                .as(paper.layout() + " " + field)
                                .contains(solid(field.getValue().printed())));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSamePaper() {
        GeneratedPaper one = generator.paper("GIAY_KHAI_SINH", 5);
        assertThat(PaperGenerator.of(PaperSet.TEST).paper("GIAY_KHAI_SINH", 5).pages())
                .isEqualTo(one.pages());
        assertThat(one.misread(3, 9)).isEqualTo(one.misread(3, 9)).isNotEqualTo(one.pages());
    }

    @Test
    void numbersHoldTheirCheckDigits() {
        Random random = new Random(3);
        WordLists words = new WordLists(PaperSet.TEST);
        for (int i = 0; i < 300; i++) {
            Person person = Person.invent(words, random, 1950, 2020);
            assertThat(CodeFormat.CITIZEN.holds(person.id())).isTrue();
            assertThat(person.id().charAt(3) % 2).isEqualTo(person.male() ? 0 : 1);
            assertThat(CodeFormat.MST.holds(Formats.taxNumber(random))).isTrue();
        }
    }

    @Test
    void setsShareNoForm() {
        Set<List<String>> seen = new HashSet<>();
        for (PaperSet set : PaperSet.values()) {
            Forms forms = new Forms(set);
            forms.types().stream()
                    .flatMap(type -> forms.of(type).stream())
                    .distinct()
                    .forEach(form ->
                            assertThat(seen.add(form.body())).as(form.name()).isTrue());
        }
    }

    private static String solid(String text) {
        return text.replaceAll("\\s+", "");
    }
}
