package vn.sohoa.dossier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as precise as the paper gives it: year, month and year, or day (R-21; Circular 05/2025/TT-BNV, annex I). A missing
 * month or day is never invented.
 *
 * @param month 1 to 12, or null
 * @param day 1 to 31 and real, or null; not without a month
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) {

    public PartialDate {
        if (year < 1800 || year > 9999 || (month == null && day != null)) {
            throw new IllegalArgumentException("not a date: " + year + "/" + month + "/" + day);
        }
        boolean real = month == null
                || (month >= 1
                        && month <= 12
                        && (day == null
                                || (day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth())));
        if (!real) {
            throw new IllegalArgumentException("not a date: " + year + "/" + month + "/" + day);
        }
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Reads {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD}; {@link IllegalArgumentException} for anything else. */
    public static PartialDate parse(String iso) {
        String[] parts = iso.strip().split("-", -1);
        if (parts.length > 3) {
            throw new IllegalArgumentException("not a date: " + iso);
        }
        try {
            return new PartialDate(
                    Integer.parseInt(parts[0]),
                    parts.length > 1 ? Integer.valueOf(parts[1]) : null,
                    parts.length > 2 ? Integer.valueOf(parts[2]) : null);
        } catch (NumberFormatException notNumbers) {
            throw new IllegalArgumentException("not a date: " + iso, notNumbers);
        }
    }

    /** The day, if the paper gives one. */
    public Optional<LocalDate> exact() {
        Integer m = month;
        Integer d = day;
        return m == null || d == null ? Optional.empty() : Optional.of(LocalDate.of(year, m, d));
    }

    /** The first day that the date can mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** ISO 8601 with the paper's precision: {@code 2018}, {@code 2018-09}, {@code 2018-09-28}. */
    @Override
    public String toString() {
        StringBuilder iso = new StringBuilder(String.format(Locale.ROOT, "%04d", year));
        if (month != null) {
            iso.append(String.format(Locale.ROOT, "-%02d", month));
        }
        if (day != null) {
            iso.append(String.format(Locale.ROOT, "-%02d", day));
        }
        return iso.toString();
    }
}
