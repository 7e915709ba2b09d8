package vn.sohoa.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

/** Looks on the paper for what bears a value out, and for what speaks against it. */
final class Witnesses {
    private static final int SHORTEST_NUMBER = 4;
    private static final int FULL_DAY = 10;
    /** A word that the recogniser is so sure of is foreign or of another people of the country, not misread: Niê, Ea, Kpă. */
    static final double CERTAIN = 95;
    /** In heights of a word. */
    private static final double NARROW = 0.1;

    private static final double LOST = 1.3;
    /** Lines between what is said of one person. */
    private static final int BESIDE = 4;

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private final Sheet sheet;
    private final List<PageText> pages;
    private final SymbolParts symbols;
    private final List<Reading> readings;

    Witnesses(Sheet sheet, List<PageText> pages, Map<String, String> abbreviations, List<Reading> readings) {
        this.sheet = sheet;
        this.pages = pages;
        this.symbols = new SymbolParts(
                Set.copyOf(abbreviations.values()),
                readings.stream()
                        .filter(Witnesses::isIssuer)
                        .map(Reading::value)
                        .toList());
        this.readings = readings;
    }

    Evidence of(Reading reading, boolean knownAgency, Whose whose) {
        int agreed = 0;
        int odd = 0;
        boolean known = knownAgency;
        boolean contradicted = reading.isDoubted();
        switch (reading.group()) {
            case NUMBER -> {
                agreed = elsewhere(reading) + (isTaxNumber(reading.value()) ? 1 : 0);
                known = symbols.isKnown(reading.value());
                Optional<Boolean> person = fitsPerson(reading);
                agreed += person.filter(fits -> fits).isPresent() ? 1 : 0;
                contradicted |= person.filter(fits -> !fits).isPresent();
            }
            case DATE -> {
                agreed = elsewhere(reading);
                contradicted |= reading.value().length() < FULL_DAY && saysMore(reading);
            }
            case NAME, SIGNER, AGENCY, SUPERIOR, TEXT -> {
                odd = (int) reading.doubtable().stream()
                        .filter(word -> word.confidence() < CERTAIN && Syllable.odd(word.text()))
                        .count();
                agreed = elsewhere(reading) + (isPlaceElsewhere(reading) ? 1 : 0);
                odd += reading.group() == Reading.Group.NAME && isOtherFamily(reading) ? 1 : 0;
            }
        }
        odd += isIssuer(reading) ? likeIa(reading) : 0;
        odd += gaps(reading);
        return new Evidence(
                agreed, odd, known, contradicted, pageDoubt(reading.found().page()), whose);
    }

    /** Whether the family name was read with other marks: "Trân" for Trần. */
    private static boolean isOtherFamily(Reading name) {
        String family = name.value().replaceFirst(" .*", "").toLowerCase(Locale.ROOT);
        String first = Fold.solid(family);
        return name.found().words().stream()
                .filter(word -> Fold.solid(word.text()).equals(first))
                .findFirst()
                .filter(word -> !word.text()
                        .replaceAll("[.,;:]+$", "")
                        .toLowerCase(Locale.ROOT)
                        .equals(family))
                .isPresent();
    }

    /** "ngày … tháng 5 năm 2012": the day is there and could not be read. */
    private static boolean saysMore(Reading date) {
        String folded = Fold.words(date.raw());
        return folded.matches(".*\\bng[a-z]{1,2}\\b.*") || (date.value().length() == 4 && folded.contains("thang"));
    }

    /** Gaps in and beside the value that are no blanks: a word in two, two words in one, a word that was lost. */
    private int gaps(Reading reading) {
        int page = reading.found().page();
        if (page < 1 || page > pages.size()) {
            return 0;
        }
        List<Word> words = pages.get(page - 1).words();
        int odd = 0;
        for (int i = 1; i < words.size(); i++) {
            boolean before = isOf(reading, words.get(i - 1));
            boolean here = isOf(reading, words.get(i));
            if (before || here) {
                odd += isOdd(words.get(i - 1), words.get(i), before && here) ? 1 : 0;
            }
        }
        return odd;
    }

    private static boolean isOdd(Word left, Word right, boolean within) {
        boolean row = left.line() == right.line()
                && !left.box().equals(Box.NONE)
                && !right.box().equals(Box.NONE);
        int gap = right.box().x() - left.box().right();
        boolean letters =
                Character.isLetterOrDigit(left.text().charAt(left.text().length() - 1))
                        && Character.isLetterOrDigit(right.text().charAt(0));
        boolean torn = letters && gap < NARROW * right.box().height();
        return row && (torn || (within && gap > LOST * right.box().height()));
    }

    @SuppressWarnings("ReferenceEquality") // this very word
    private static boolean isOf(Reading reading, Word word) {
        return reading.found().words().stream().anyMatch(own -> own == word);
    }

    private double pageDoubt(int page) {
        return page < 1 || page > pages.size() ? 0 : 100 - pages.get(page - 1).confidence();
    }

    /** 1 if other words on the paper say it too. */
    private int elsewhere(Reading reading) {
        List<String> forms = forms(reading);
        return !forms.isEmpty()
                        && sheet.pieces().stream()
                                .anyMatch(piece ->
                                        !holds(piece, reading) && says(piece, forms) && !saysMoreOf(piece, reading))
                ? 1
                : 0;
    }

    /** "Ea Thử, ngày …" bears "ỦY BAN NHÂN DÂN XÃ EA THỬ" out, whose first words are the same on all papers. */
    private boolean isPlaceElsewhere(Reading agency) {
        return isIssuer(agency)
                && Agencies.place(agency.value())
                        .filter(place -> sheet.pieces().stream()
                                .anyMatch(piece -> !isPartOf(agency, piece) && saysWords(piece, place)))
                        .isPresent();
    }

    /** "LA GRAI" may be Ia Grai, of which a reader is as sure: nothing but another place can tell. */
    private static int likeIa(Reading agency) {
        List<Word> words = agency.found().words();
        boolean like = words.size() > 1
                && words.subList(0, words.size() - 1).stream()
                        .anyMatch(word -> word.text().matches("(?i)la"));
        return like ? 1 : 0;
    }

    private static boolean isIssuer(Reading reading) {
        return reading.group() == Reading.Group.AGENCY || reading.group() == Reading.Group.SUPERIOR;
    }

    /** To the letter, as a whole name and not the end of a longer one, in capitals or not. */
    private static boolean saysWords(Piece piece, String words) {
        String unit = "(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|đặc khu)\\s";
        return Pattern.compile(
                        "(?:^|[,;(]\\s*|(?i:" + unit + "))(?i:" + Pattern.quote(words) + ")(?=$|[,.;)]|\\s\\p{Ll})",
                        Pattern.UNICODE_CASE)
                .matcher(piece.text())
                .find();
    }

    private static List<String> forms(Reading reading) {
        String folded = Fold.words(reading.value());
        return switch (reading.group()) {
            case NUMBER -> folded.replace(" ", "").length() < SHORTEST_NUMBER ? List.of() : List.of(folded);
            case DATE -> {
                var day = DAY.matcher(reading.value());
                yield day.matches()
                        ? SpelledDays.forms(
                                Integer.parseInt(day.group(1)),
                                Integer.parseInt(day.group(2)),
                                Integer.parseInt(day.group(3)))
                        : List.of();
            }
            case NAME, SIGNER, AGENCY, SUPERIOR, TEXT ->
                folded.contains(" ") ? List.of(reading.value().toLowerCase(Locale.ROOT)) : List.of();
        };
    }

    /** Numbers and days without accents and signs; names and sentences to the letter. */
    private static boolean says(Piece piece, List<String> forms) {
        String exact = piece.text().toLowerCase(Locale.ROOT);
        return forms.stream()
                .anyMatch(form -> form.equals(Fold.words(form))
                        ? (" " + piece.folded() + " ").contains(" " + form + " ")
                        : exact.contains(form));
    }

    /** "Dương Bá Thắng" is no witness for "Dương Bá": the name goes on there. */
    private static boolean saysMoreOf(Piece piece, Reading name) {
        boolean named = name.group() == Reading.Group.NAME || name.group() == Reading.Group.SIGNER;
        return named
                && Pattern.compile(
                                Pattern.quote(name.value()) + " \\p{Lu}",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(piece.text())
                        .results()
                        .anyMatch(more -> Character.isUpperCase(piece.text().codePointBefore(more.end())));
    }

    @SuppressWarnings("ReferenceEquality") // equal words may stand twice on an office page without places
    private static boolean holds(Piece piece, Reading reading) {
        Word first = reading.found().words().get(0);
        return piece.words().stream().anyMatch(word -> word == first);
    }

    private static boolean isPartOf(Reading reading, Piece piece) {
        return piece.words().stream().anyMatch(word -> isOf(reading, word));
    }

    private static boolean isTaxNumber(String value) {
        return value.length() >= 10 && !CodeFormat.CITIZEN.holds(value) && CodeFormat.MST.holds(value);
    }

    /** Whether birth year and sex on the paper are those of the personal id; empty where the paper does not say. */
    private Optional<Boolean> fitsPerson(Reading id) {
        if (!id.field().equals(FieldName.OWNER_ID) || !CodeFormat.CITIZEN.holds(id.value())) {
            return Optional.empty();
        }
        int mark = id.value().charAt(3) - '0';
        Optional<String> birth = beside(id, "birthDate").filter(day -> day.matches("\\d{4}(?:-\\d{2}-\\d{2})?"));
        Optional<String> sex = beside(id, "sex").map(Fold::solid).filter(s -> s.equals("nam") || s.equals("nu"));
        if (birth.isEmpty() && sex.isEmpty()) {
            return Optional.empty();
        }
        boolean year = birth.isEmpty()
                || birth.get().startsWith((19 + mark / 2) + id.value().substring(4, 6));
        boolean fits = year && (sex.isEmpty() || sex.get().equals("nam") == (mark % 2 == 0));
        return birth.isEmpty() && fits ? Optional.empty() : Optional.of(fits);
    }

    /** A value of the same person: on the same page, a few lines away, and no other person's number nearer to it. */
    private Optional<String> beside(Reading id, String field) {
        int line = id.found().words().get(0).line();
        List<Integer> others = pages.get(id.found().page() - 1).words().stream()
                .filter(word -> word.line() != line && CodeFormat.CITIZEN.holds(word.text()))
                .map(Word::line)
                .toList();
        return readings.stream()
                .filter(reading -> reading.field().equals(field))
                .filter(reading -> reading.found().page() == id.found().page())
                .filter(reading -> {
                    int there = reading.found().words().get(0).line();
                    int apart = Math.abs(there - line);
                    return apart <= BESIDE && others.stream().noneMatch(other -> Math.abs(other - there) < apart);
                })
                .map(Reading::value)
                .findFirst();
    }
}
