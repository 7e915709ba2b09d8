package vn.sohoa.extraction;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.PartialDate;
import vn.sohoa.extraction.TypesFile.FieldRule;

/** What an officer keys in from the paper, held to the same rules as what is read off it. */
final class KeyedValue {
    private static final int LONGEST = 500;
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern PERSON = Pattern.compile("\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){1,6}");

    private final VietnameseDates dates;
    private final Map<String, String> abbreviations;

    KeyedValue(VietnameseDates dates, Map<String, String> abbreviations) {
        this.dates = dates;
        this.abbreviations = abbreviations;
    }

    /** The value as it is kept; empty if the field cannot hold it. */
    Optional<String> of(FieldRule rule, String keyed) {
        String text = Normalizer.normalize(keyed, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (rule.rule()) {
            case ID -> OwnerId.find(text).map(OwnerId::value);
            case OLD_ID ->
                OwnerId.find(text)
                        .filter(id -> id.kind() == OwnerId.Kind.OLD_CARD)
                        .map(OwnerId::value);
            case DATE, PLACE_DATE -> dates.any(written(text)).map(PartialDate::toString);
            case BIRTH_DATE -> dates.birth(written(text)).map(PartialDate::toString);
            case TERM_DATE -> dates.term(written(text)).map(PartialDate::toString);
            case CODE_NUMBER ->
                DocumentNumber.find(text.matches("(?i)số\\b.*") ? text : "Số: " + text, abbreviations)
                        .flatMap(DocumentNumber::value);
            case NAME, SIGNER ->
                Optional.of(PersonNames.inSentence(text))
                        .filter(name -> PERSON.matcher(name).matches());
            case NUMBER, TEXT -> patterned(rule, text);
            case AGENCY, SUPERIOR, SUBJECT, CHANGES -> Optional.of(text);
        };
    }

    private static Optional<String> patterned(FieldRule rule, String text) {
        if (rule.pattern() == null) {
            return Optional.of(text);
        }
        Matcher part = Pattern.compile(rule.pattern()).matcher(text);
        if (!part.find()) {
            return Optional.empty();
        }
        boolean grouped = part.groupCount() > 0 && part.group(1) != null;
        return Optional.of(grouped ? part.group(1) : part.group());
    }

    /** A date as programs write it, as papers write it. */
    private static String written(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return text;
        }
        String day = iso.group(3) == null ? "" : iso.group(3) + "/";
        return iso.group(2) == null ? iso.group(1) : day + iso.group(2) + "/" + iso.group(1);
    }
}
