package vn.sohoa.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * A reporting period (kỳ báo cáo): a month, a quarter, a year, or any span of days, in Asia/Ho_Chi_Minh.
 *
 * @param key {@code 2026-10}, {@code 2026-Q4}, {@code 2026}, or {@code 2026-10-05..2026-10-20}
 * @param to the last day, inclusive
 */
public record Period(String key, LocalDate from, LocalDate to) {
    private static final Pattern KEY = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?");
    private static final int QUARTER = 3;

    public Period {
        if (to.isBefore(from)) {
            throw new DigitisationException(Problem.USAGE, from + " > " + to);
        }
    }

    /** Reads a key of the first three forms. Problem: USAGE. */
    public static Period of(String key) {
        Matcher match = KEY.matcher(key);
        if (!match.matches()) {
            throw new DigitisationException(Problem.USAGE, key + ": 2026-10 | 2026-Q4 | 2026");
        }
        int year = Integer.parseInt(match.group(1));
        if (match.group(2) != null) {
            return months(key, YearMonth.of(year, Integer.parseInt(match.group(2))), 1);
        }
        return match.group(3) == null
                ? months(key, YearMonth.of(year, 1), 4 * QUARTER)
                : months(key, YearMonth.of(year, QUARTER * Integer.parseInt(match.group(3)) - 2), QUARTER);
    }

    private static Period months(String key, YearMonth first, int number) {
        return new Period(key, first.atDay(1), first.plusMonths(number - 1).atEndOfMonth());
    }

    /** A span of days; where it is a month, a quarter or a year it is that. */
    public static Period between(LocalDate from, LocalDate to) {
        YearMonth month = YearMonth.from(from);
        String quarter = month.getYear() + "-Q" + (1 + (month.getMonthValue() - 1) / QUARTER);
        for (String key : new String[] {month.toString(), quarter, String.valueOf(month.getYear())}) {
            if (KEY.matcher(key).matches()) {
                Period whole = of(key);
                if (whole.from.equals(from) && whole.to.equals(to)) {
                    return whole;
                }
            }
        }
        return new Period(from + ".." + to, from, to);
    }

    /** The month of a day. */
    public static Period month(LocalDate day) {
        return of(YearMonth.from(day).toString());
    }

    /** Days as people write them. Problem: USAGE. */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new DigitisationException(Problem.USAGE, text + ": 2026-10-31", noDay);
        }
    }

    /** Whether it is a month, a quarter or a year: only these can be closed. */
    public boolean closable() {
        return KEY.matcher(key).matches();
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    boolean overlaps(Period other) {
        return !to.isBefore(other.from) && !from.isAfter(other.to);
    }
}
