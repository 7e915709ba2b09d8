package vn.sohoa.extraction;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.CodeFormat;

/**
 * Số, ký hiệu of a paper (Decree 30/2020/NĐ-CP): reads it from a line after the label "Số" and mends what readers get wrong,
 * letters in the number part only.
 *
 * @param value mended; empty where the number itself was left blank on the paper
 * @param kind first part of the symbol, such as {@code QĐ} or {@code UBND}
 */
record DocumentNumber(String raw, Optional<String> value, String kind) {

    private static final String LABEL = "^S\\s?[ốồổỗộôoóòỏõơ0]\\s*[:;.,]*\\s*";
    private static final String DIGITS = "[0-9oOlI|]{1,6}";
    private static final String SYMBOL = "[\\p{Lu}Ð][\\p{L}\\p{N}]*(?:\\s?[-–—&.]\\s?[\\p{L}\\p{N}]+)*";
    private static final Pattern STATE = Pattern.compile(LABEL + "(?<so>" + DIGITS
            + "[a-zđ]?)?[\\s.…_]*(?:/\\s*(?<nam>(?:19|20)[0-9oOlI]{2}))?\\s*[/]\\s*(?<kh>" + SYMBOL + ")");
    /** A whole line, where the label was misread or lost; only with a kind that is known. */
    private static final Pattern BARE = Pattern.compile("^(?:[\\p{L}\\p{N}$]{1,3}\\s*[:;.,]\\s*)?(?<so>\\d" + DIGITS
            + ")\\s*(?:/\\s*(?<nam>(?:19|20)[0-9oOlI]{2}))?\\s*/\\s*(?<kh>" + SYMBOL + ")\\s*[.,|]*$");

    private static final Pattern PARTY = Pattern.compile(LABEL + "(?<so>" + DIGITS
            + ")?\\s*[-–]\\s*(?<kh>[\\p{Lu}ÐĐ][\\p{L}]{0,4})\\s*/\\s*(?<cq>[\\p{Lu}\\p{N}\\-]+)");

    /** {@code abbreviations}: known ones by their folded form. */
    static Optional<DocumentNumber> find(String line, Map<String, String> abbreviations) {
        Matcher party = PARTY.matcher(line);
        if (party.find()) {
            String kind = mended(party.group("kh"), abbreviations);
            return of(line, digits(party.group("so")), "-" + kind + "/" + party.group("cq"), kind);
        }
        Matcher state = STATE.matcher(line);
        if (state.find()) {
            return of(line, state, abbreviations);
        }
        Matcher bare = BARE.matcher(line);
        return bare.find()
                ? of(line, bare, abbreviations).filter(number -> abbreviations.containsValue(number.kind()))
                : Optional.empty();
    }

    private static Optional<DocumentNumber> of(String line, Matcher state, Map<String, String> abbreviations) {
        String symbol = state.group("kh").replaceAll("\\s*[-–—]\\s*", "-").replaceAll("\\s", "");
        String[] parts = symbol.split("-", 2);
        String kind = mended(parts[0], abbreviations);
        String year = state.group("nam") == null ? "" : "/" + digits(state.group("nam"));
        String rest = parts.length > 1 ? "-" + plain(parts[1]) : "";
        return of(line, digits(state.group("so")), year + "/" + kind + rest, kind);
    }

    private static Optional<DocumentNumber> of(String line, String number, String symbol, String kind) {
        String padded = number.matches("\\d") ? "0" + number : number;
        String value = padded + symbol;
        boolean holds = CodeFormat.SOKH.holds(value) || CodeFormat.SOKH_DANG.holds(value) || symbol.startsWith("-");
        boolean usable = !padded.isEmpty() && holds;
        return Optional.of(new DocumentNumber(line, usable ? Optional.of(value) : Optional.empty(), kind));
    }

    /** Letters that readers give for digits, in a part that holds digits alone. */
    static String digits(@Nullable String part) {
        return part == null ? "" : part.replaceAll("[oO]", "0").replaceAll("[lI|]", "1");
    }

    /** "QĐÐ", "QÐ" and "NÑQ" become the abbreviation they can only mean; everything else stays. */
    private static String mended(String kind, Map<String, String> abbreviations) {
        String plain = plain(kind);
        if (abbreviations.containsValue(plain)) {
            return plain;
        }
        String folded = Fold.solid(plain);
        String once = folded.replaceAll("(.)\\1+", "$1");
        boolean odd =
                !plain.matches("[A-ZĐa-zưứ]+") || plain.contains("ĐĐ") || plain.contains("DĐ") || plain.contains("ĐD");
        String known = abbreviations.get(folded);
        if (known != null && known.toUpperCase(Locale.ROOT).equals(known)) {
            return known;
        }
        return odd ? abbreviations.getOrDefault(once, plain) : plain;
    }

    private static String plain(String symbol) {
        return symbol.replace('Ð', 'Đ').replaceAll("[–—]", "-");
    }
}
