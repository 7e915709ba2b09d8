package vn.sohoa.extraction;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.sohoa.extraction.TypesFile.FieldRule;
import vn.sohoa.extraction.TypesFile.NameWords;
import vn.sohoa.extraction.TypesFile.TypeRule;

/** Extraction that has forgotten a part of the labels of names, so that forms that are known stand for such as nobody has seen. */
public final class ForgottenLabels {
    private final Random random;
    private final double share;

    private ForgottenLabels(long seed, double share) {
        this.random = new Random(seed);
        this.share = share;
    }

    /**
     * Reads {@code types.yml} and forgets.
     *
     * @param share of the labels of names, 0 to 1; of the words for other persons half as many
     */
    public static Extraction extraction(Path reference, Clock clock, long seed, double share) {
        return new Extraction(new ForgottenLabels(seed, share).of(TypesReader.read(reference)), clock);
    }

    private TypesFile of(TypesFile file) {
        NameWords names = file.names();
        Map<String, List<FieldRule>> sets = new LinkedHashMap<>();
        file.fieldSets().keySet().stream().sorted().forEach(set -> sets.put(set, fields(file.fieldSets().get(set))));
        List<TypeRule> types = new ArrayList<>();
        for (TypeRule type : file.types()) {
            types.add(new TypeRule(type.code(), type.name(), type.titles(), type.abbreviations(), type.marks(), type.against(), type.showOnly(),
                    type.use(), fields(type.fields()), type.required()));
        }
        return new TypesFile(file.version(), file.classifier(), file.stops(), file.agencyStarts(), file.agencyParts(), file.agencies(),
                file.authorities(), file.subjectStops(), file.abbreviations(), file.qrSeparator(),
                new NameWords(names.labels(), names.persons(), kept(names.others(), share / 2), names.things()), sets, types);
    }

    private List<FieldRule> fields(List<FieldRule> fields) {
        return fields.stream()
                .map(field -> field.rule() != TypesFile.Reader.NAME ? field
                        : new FieldRule(field.name(), field.rule(), kept(field.labels(), share), field.pattern(), field.usual(), field.occurrence(),
                                field.anchors(), field.unique(), field.format()))
                .toList();
    }

    private List<String> kept(List<String> words, double forgotten) {
        return words.stream().filter(word -> random.nextDouble() >= forgotten).toList();
    }
}
