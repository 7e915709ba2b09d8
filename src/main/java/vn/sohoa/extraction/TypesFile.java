package vn.sohoa.extraction;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.CodeFormat;

/**
 * What {@code jobs/reference/types.yml} says, key by key, and each file in {@code jobs/reference/types/} of its kind.
 *
 * @param version day of this state of the table
 * @param classifier weights that hold for every kind
 * @param stops labels that end the value before them
 * @param agencyStarts words with which a new agency begins in the agency block
 * @param agencies names of agencies that a misread name may be taken for, as in a sentence
 * @param agencyParts units that issue in the name of the agency above them
 * @param authorities words of the line above a signature (quyền hạn, chức vụ)
 * @param subjectStops words with which a line no longer belongs to the trích yếu
 * @param abbreviations kinds in số, ký hiệu besides those of the types
 * @param qrSeparator regular expression between the parts of a QR code under Circular 01/2023/TT-VPCP (its order is not laid
 *     down, so parts are known by their form)
 * @param names what stands before names of persons
 * @param fieldSets fields that several kinds share
 * @param types the kinds of paper
 */
record TypesFile(
        String version,
        Weights classifier,
        List<String> stops,
        List<String> agencyStarts,
        List<String> agencyParts,
        List<String> agencies,
        List<String> authorities,
        List<String> subjectStops,
        List<String> abbreviations,
        String qrSeparator,
        NameWords names,
        Map<String, List<FieldRule>> fieldSets,
        List<TypeRule> types) {

    TypesFile {
        stops = orNone(stops);
        agencyStarts = orNone(agencyStarts);
        agencyParts = orNone(agencyParts);
        agencies = orNone(agencies);
        authorities = orNone(authorities);
        subjectStops = orNone(subjectStops);
        abbreviations = orNone(abbreviations);
        names = names == null ? new NameWords(List.of(), List.of(), List.of(), List.of()) : names;
        fieldSets = fieldSets == null ? Map.of() : Map.copyOf(fieldSets);
        types = orNone(types);
    }

    /** The same with these kinds of paper. */
    TypesFile with(List<TypeRule> kinds) {
        return new TypesFile(
                version,
                classifier,
                stops,
                agencyStarts,
                agencyParts,
                agencies,
                authorities,
                subjectStops,
                abbreviations,
                qrSeparator,
                names,
                fieldSets,
                kinds);
    }

    /**
     * What stands before names of persons, whole words within a label.
     *
     * @param labels of a name, whoever bears it
     * @param persons words for somebody
     * @param others words for somebody who is not the owner, unless a label of the owner's name has them
     * @param things words for what is no person
     */
    record NameWords(List<String> labels, List<String> persons, List<String> others, List<String> things) {
        NameWords {
            labels = orNone(labels);
            persons = orNone(persons);
            others = orNone(others);
            things = orNone(things);
        }

        /** The same without marks and capitals. */
        NameWords folded() {
            return new NameWords(folded(labels), folded(persons), folded(others), folded(things));
        }

        private static List<String> folded(List<String> words) {
            return words.stream().map(Fold::words).toList();
        }
    }

    /**
     * Points of the evidence that is the same for all kinds.
     *
     * @param threshold confidence below which the answer is "unknown"
     * @param title a kind line in its place
     * @param abbreviation the kind's abbreviation in số, ký hiệu
     * @param motto Quốc hiệu on the page
     * @param dateLine place and date line on the page
     * @param number any số, ký hiệu on the page
     * @param similarity least likeness of a fuzzy line to a phrase, 0 to 1
     */
    record Weights(
            double threshold,
            double title,
            double abbreviation,
            double motto,
            double dateLine,
            double number,
            double similarity) {}

    /**
     * One kind of paper.
     *
     * @param titles kind lines, alone or at the start of a line
     * @param abbreviations of the kind in số, ký hiệu
     * @param marks phrases that speak for it
     * @param against phrases that speak against it
     * @param showOnly to be shown, not digitised
     * @param use names of field sets
     * @param required fields without which a person has to look
     */
    record TypeRule(
            String code,
            String name,
            List<String> titles,
            List<String> abbreviations,
            List<Mark> marks,
            List<Mark> against,
            boolean showOnly,
            List<String> use,
            List<FieldRule> fields,
            List<String> required) {
        TypeRule {
            titles = orNone(titles);
            abbreviations = orNone(abbreviations);
            marks = orNone(marks);
            against = orNone(against);
            use = orNone(use);
            fields = orNone(fields);
            required = orNone(required);
        }

        /** Whether anything on a paper can speak for it; of some kinds only a person knows. */
        boolean hasSigns() {
            return !titles.isEmpty() || !marks.isEmpty() || !abbreviations.isEmpty();
        }
    }

    /** A phrase, where it must stand, and its points. */
    record Mark(String phrase, double points, @Nullable Place at) {
        /** Anywhere unless said otherwise. */
        Place place() {
            return at == null ? Place.ANYWHERE : at;
        }
    }

    /** Where on the paper. */
    enum Place {
        ANYWHERE,
        LINE_START,
        TOP
    }

    /**
     * How one field is found.
     *
     * @param rule the way to read it
     * @param labels what stands before it
     * @param pattern the value within what follows the label, as a regular expression; without labels a whole line
     * @param usual what nearly all values of this field begin with, as a regular expression: others are for a person to look at, since a
     *     lone letter before a number is easily lost
     * @param occurrence which of several different values, from 1
     * @param anchors words that stand above or before the label: whose number, whose name
     * @param unique whether the paper gives it once, so that two different values are a conflict
     * @param format written form, with its check digit or real date, that a value must have
     */
    record FieldRule(
            String name,
            Reader rule,
            List<String> labels,
            @Nullable String pattern,
            @Nullable String usual,
            @Nullable Integer occurrence,
            List<String> anchors,
            boolean unique,
            @Nullable CodeFormat format) {
        FieldRule {
            labels = orNone(labels);
            anchors = orNone(anchors);
        }

        /** Whether the value has the written form that is asked for. */
        boolean holds(String value) {
            return format == null || format.holds(value);
        }

        boolean isUsual(String value) {
            return usual == null || Pattern.compile(usual).matcher(value).lookingAt();
        }

        int nth() {
            return occurrence == null ? 1 : occurrence;
        }
    }

    /** Ways to read a field. */
    enum Reader {
        CODE_NUMBER,
        PLACE_DATE,
        AGENCY,
        /** The agency above the issuing one. */
        SUPERIOR,
        SUBJECT,
        SIGNER,
        NAME,
        ID,
        /** The 9-digit card number beside the 12-digit one. */
        OLD_ID,
        DATE,
        BIRTH_DATE,
        /** A day that may lie ahead: the end of a term. */
        TERM_DATE,
        NUMBER,
        TEXT,
        /** The dated entries below the label (những thay đổi sau khi cấp); each gives a text, a day, an agency. */
        CHANGES;

        /** With which other values it is judged. */
        Reading.Group group() {
            return switch (this) {
                case CODE_NUMBER, ID, OLD_ID, NUMBER -> Reading.Group.NUMBER;
                case PLACE_DATE, DATE, BIRTH_DATE, TERM_DATE -> Reading.Group.DATE;
                case NAME -> Reading.Group.NAME;
                case SIGNER -> Reading.Group.SIGNER;
                case AGENCY -> Reading.Group.AGENCY;
                case SUPERIOR -> Reading.Group.SUPERIOR;
                case SUBJECT, TEXT, CHANGES -> Reading.Group.TEXT;
            };
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
