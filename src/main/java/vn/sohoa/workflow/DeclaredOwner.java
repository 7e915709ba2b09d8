package vn.sohoa.workflow;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Person;

/**
 * What a dossier says of its owner, set against what was read from its papers: two that know nothing of each other and say the same to the
 * letter are right; what is nearly the same was misread by one of them, and a person looks. A paper of somebody else stays as it was read.
 */
final class DeclaredOwner {
    private static final double VOUCHED = 99;
    /** What contradicts itself on the paper, as extraction says it: nothing vouches for that. */
    private static final double CONTRADICTED = 10;
    /** Figures that may be a misreading of others. */
    private static final int NEARLY = 2;

    private final Optional<Person> owner;

    private DeclaredOwner(Optional<Person> owner) {
        this.owner = owner;
    }

    static DeclaredOwner of(Dossier dossier) {
        return new DeclaredOwner(dossier.dossierOwner());
    }

    static DeclaredOwner of(Person owner) {
        return new DeclaredOwner(Optional.of(owner));
    }

    /** Where nobody says anything. */
    static DeclaredOwner nobody() {
        return new DeclaredOwner(Optional.empty());
    }

    List<ExtractedValue> weigh(List<ExtractedValue> values) {
        return values.stream().map(this::weigh).toList();
    }

    private ExtractedValue weigh(ExtractedValue value) {
        boolean read = value.method() == ExtractedValue.Method.OCR || value.method() == ExtractedValue.Method.TEXT;
        if (!read || value.confidence() <= CONTRADICTED) {
            return value;
        }
        return switch (value.field()) {
            case FieldName.OWNER_ID ->
                owner.flatMap(Person::ownerId)
                        .map(OwnerId::value)
                        .map(said -> weigh(value, said.equals(value.value()), nearly(said, value.value())))
                        .orElse(value);
            case FieldName.OWNER_NAME ->
                owner.map(person -> letters(person.name()))
                        .map(said -> weigh(
                                value,
                                said.equals(letters(value.value())),
                                bare(said).equals(bare(letters(value.value())))))
                        .orElse(value);
            default -> value;
        };
    }

    private static ExtractedValue weigh(ExtractedValue value, boolean same, boolean nearly) {
        double confidence = same
                ? Math.max(VOUCHED, value.confidence())
                : nearly ? Math.min(CONTRADICTED, value.confidence()) : value.confidence();
        return new ExtractedValue(
                value.field(), value.raw(), value.value(), value.page(), value.box(), confidence, value.method());
    }

    private static boolean nearly(String one, String other) {
        return one.length() == other.length()
                && IntStream.range(0, one.length())
                                .filter(i -> one.charAt(i) != other.charAt(i))
                                .count()
                        <= NEARLY;
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Without marks and blanks. */
    private static String bare(String letters) {
        return Normalizer.normalize(letters, Normalizer.Form.NFD)
                .replaceAll("[\\p{M}\\s]", "")
                .replace('đ', 'd');
    }
}
