package vn.sohoa.extraction;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Problem;
import vn.sohoa.extraction.TypesFile.TypeRule;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;

/**
 * Finds out what a paper is (loại giấy tờ) and what it says (bóc tách dữ liệu; Circular 01/2023/TT-VPCP, Article 7 and 9).
 * Everything particular to a kind of paper stands in {@code types.yml}. Immutable, for any number of threads.
 */
public final class Extraction {
    private final Map<String, TypeRule> rules;
    private final Map<String, DocumentType> types;
    private final Classifier classifier;
    private final FieldExtractor fields;

    Extraction(TypesFile file, Clock clock) {
        this.rules = new LinkedHashMap<>();
        this.types = new LinkedHashMap<>();
        for (TypeRule rule : file.types()) {
            rules.put(rule.code(), rule);
            types.put(rule.code(), new DocumentType(rule.code(), rule.name()));
        }
        Map<String, String> abbreviations = abbreviations(file);
        this.classifier = new Classifier(file, types, abbreviations, KindModel.load());
        this.fields = new FieldExtractor(
                file,
                abbreviations,
                classifier.titles(),
                new VietnameseDates(clock),
                Certainty.load(),
                new MachineLines(clock));
    }

    /** Known abbreviations by their folded form; where two fold alike, that form mends nothing. */
    static Map<String, String> abbreviations(TypesFile file) {
        Map<String, String> known = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        Stream.concat(file.types().stream().flatMap(t -> t.abbreviations().stream()), file.abbreviations().stream())
                .forEach(abbreviation -> {
                    String before = known.put(Fold.solid(abbreviation), abbreviation);
                    if (before != null && !before.equals(abbreviation)) {
                        ambiguous.add(Fold.solid(abbreviation));
                    }
                });
        ambiguous.forEach(known::remove);
        return Map.copyOf(known);
    }

    /**
     * Reads {@code types.yml} and {@code types/} of that folder.
     *
     * @param clock whose day, in its zone, is the last but one that a paper can carry
     * @throws DigitisationException {@link Problem#CONFIGURATION_INVALID} with file and line
     */
    public static Extraction load(Path referenceFolder, Clock clock) {
        return new Extraction(TypesReader.read(referenceFolder), clock);
    }

    /** What kind of paper it is; {@link DocumentType#UNKNOWN} rather than a guess. */
    public Classification classify(List<PageText> pages) {
        return classifier.classify(new Sheet(pages));
    }

    /**
     * The values of a paper of that kind. Where a QR code and the print disagree, or two places of the same strength, the
     * other value comes too, as {@code <field>.conflict}.
     *
     * @param qr per page; may be shorter than {@code pages}
     */
    public List<ExtractedValue> extract(DocumentType type, List<PageText> pages, List<List<QrPayload>> qr) {
        TypeRule rule = rules.get(type.code());
        return rule == null ? List.of() : fields.extract(rule, pages, qr);
    }

    /** Names of required fields that are not among the values. */
    public List<String> missing(DocumentType type, List<ExtractedValue> values) {
        TypeRule rule = rules.get(type.code());
        return rule == null
                ? List.of()
                : rule.required().stream()
                        .filter(field ->
                                values.stream().noneMatch(v -> v.field().equals(field)))
                        .toList();
    }

    /**
     * Names of fields that a person has to look at: required ones that are missing or below the bar, and the owner's number where
     * it was read and is below the bar, since papers are joined by it.
     *
     * @param bar least confidence for a field
     */
    public List<String> doubtful(DocumentType type, List<ExtractedValue> values, ToDoubleFunction<String> bar) {
        List<ExtractedValue> sure = values.stream()
                .filter(value -> value.confidence() >= bar.applyAsDouble(value.field()))
                .toList();
        List<String> doubtful = new ArrayList<>(missing(type, sure));
        boolean read = values.stream().anyMatch(value -> value.field().equals(FieldName.OWNER_ID));
        boolean isSure = sure.stream().anyMatch(value -> value.field().equals(FieldName.OWNER_ID));
        if (read && !isSure && !doubtful.contains(FieldName.OWNER_ID)) {
            doubtful.add(FieldName.OWNER_ID);
        }
        return doubtful;
    }

    /**
     * What an officer keys in for a field, by the rules that hold for what is read; empty if that kind of paper has
     * no such field or the field cannot hold it.
     */
    public Optional<String> keyed(DocumentType type, String field, String text) {
        TypeRule rule = rules.get(type.code());
        return rule == null ? Optional.empty() : fields.keyed(rule, field, text);
    }

    FieldExtractor fields() {
        return fields;
    }

    TypeRule rule(String code) {
        return Objects.requireNonNull(rules.get(code), code);
    }

    /** The kind with that code. */
    public Optional<DocumentType> type(String code) {
        return Optional.ofNullable(types.get(code));
    }

    /** All kinds, in the order of the file. */
    public List<DocumentType> types() {
        return List.copyOf(types.values());
    }

    /** Whether it is enough to show such a paper (xuất trình), so that it is not digitised: identity cards. */
    public boolean showOnly(DocumentType type) {
        TypeRule rule = rules.get(type.code());
        return rule != null && rule.showOnly();
    }
}
