package vn.sohoa.extraction;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.PartialDate;

/** Dates as Vietnamese papers write them, as precise as they are written; outside the range there is no date. */
final class VietnameseDates {
    /** Circular 05/2025/TT-BNV, annex I. */
    private static final int FIRST_YEAR = 1945;

    private static final int FIRST_BIRTH_YEAR = 1880;
    private static final int LONGEST_TERM_YEARS = 100;

    private static final String D = "([0-9oOlI|]{1,2})";
    private static final String Y = "([0-9oOlI]{4})(?![0-9])";
    /** Folded of accents, punctuation kept. */
    private static final Pattern WORDS = Pattern.compile(
            "\\bng[aăâdo]?[a-z]{0,2}\\b[\\s.…_]*" + D + "?[\\s.…_,]*\\bth[a-z]{1,4}[\\s.…_]*" + D
                    + "?[\\s.…_,]*\\bn[a-z]{1,3}[\\s.]*" + Y,
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MONTH_WORDS =
            Pattern.compile("\\bthang\\s*" + D + "[\\s,]*nam\\s*" + Y, Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS =
            Pattern.compile("(?<![0-9/])" + D + "\\s?[/.\\-]\\s?" + D + "\\s?[/.\\-]\\s?" + Y);
    private static final Pattern MONTH = Pattern.compile("(?<![0-9/])" + D + "\\s?[/\\-]\\s?" + Y);
    private static final Pattern YEAR = Pattern.compile("^\\D{0,6}" + Y);

    private final Clock clock;

    VietnameseDates(Clock clock) {
        this.clock = clock;
    }

    /** The first date written with the words ngày, tháng, năm. */
    Optional<PartialDate> inWords(String text) {
        Matcher m = WORDS.matcher(noAccents(text));
        while (m.find()) {
            Optional<PartialDate> date = date(m.group(1), m.group(2), m.group(3), FIRST_YEAR, today().plusDays(1));
            if (date.isPresent()) {
                return date;
            }
        }
        return torn(text, FIRST_YEAR, today().plusDays(1));
    }

    /** A whole day whose words were torn, run together or misread: "ugày13 th áng 7 năm2020". */
    private Optional<PartialDate> torn(String text, int firstYear, LocalDate last) {
        return TornDay.find(noAccents(text)).flatMap(day -> date(day.day(), day.month(), day.year(), firstYear, last));
    }

    /** The first date in any writing. */
    Optional<PartialDate> any(String text) {
        return any(text, FIRST_YEAR, today().plusDays(1));
    }

    /** As {@link #any}, for the end of a term, which may lie ahead. */
    Optional<PartialDate> term(String text) {
        return any(text, FIRST_YEAR, today().plusYears(LONGEST_TERM_YEARS));
    }

    /** As {@link #any}, for a day of birth, which may lie further back. */
    Optional<PartialDate> birth(String text) {
        return any(text, FIRST_BIRTH_YEAR, today().plusDays(1));
    }

    private Optional<PartialDate> any(String text, int firstYear, LocalDate last) {
        String plain = noAccents(text);
        Matcher words = WORDS.matcher(plain);
        Matcher digits = DIGITS.matcher(plain);
        boolean inWords = words.find();
        if (digits.find() && (!inWords || digits.start() < words.start())) {
            return date(digits.group(1), digits.group(2), digits.group(3), firstYear, last);
        }
        if (inWords) {
            return date(words.group(1), words.group(2), words.group(3), firstYear, last);
        }
        Optional<PartialDate> torn = torn(text, firstYear, last);
        if (torn.isPresent()) {
            return torn;
        }
        Matcher monthWords = MONTH_WORDS.matcher(plain);
        if (monthWords.find()) {
            return date(null, monthWords.group(1), monthWords.group(2), firstYear, last);
        }
        Matcher month = MONTH.matcher(plain);
        if (month.find()) {
            return date(null, month.group(1), month.group(2), firstYear, last);
        }
        Matcher year = YEAR.matcher(plain);
        return year.find() ? date(null, null, year.group(1), firstYear, last) : Optional.empty();
    }

    private Optional<PartialDate> date(
            @Nullable String day, @Nullable String month, String year, int firstYear, LocalDate last) {
        try {
            Integer m = month == null ? null : Integer.valueOf(DocumentNumber.digits(month));
            Integer d = day == null || m == null ? null : Integer.valueOf(DocumentNumber.digits(day));
            PartialDate date = new PartialDate(Integer.parseInt(DocumentNumber.digits(year)), m, d);
            boolean inRange = date.year() >= firstYear && !date.earliest().isAfter(last);
            return inRange ? Optional.of(date) : Optional.empty();
        } catch (IllegalArgumentException noSuchDay) { // NumberFormatException is one
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String noAccents(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
