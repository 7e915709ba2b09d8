package vn.sohoa.papers;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;

/** Ways in which papers print texts, days and numbers. */
final class Formats {
    private static final int[] TAX_WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};
    private static final String[] DIGITS = {"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

    private Formats() {}

    /** {@code ^} capitals, {@code gap} digits in groups, {@code dots} a dot before every three digits. */
    static String text(String value, String format) {
        return switch (format) {
            case "" -> value;
            case "^" -> value.toUpperCase(Locale.ROOT);
            case "gap" -> value.replaceAll("(\\d{4})(?=\\d)", "$1 ");
            case "gap3" -> value.replaceAll("(\\d{3})(?=\\d)", "$1 ");
            default -> throw new IllegalArgumentException("no such form: " + format);
        };
    }

    /** Figures unless it says words ({@code w}), {@code place} words without zeros, {@code spelled}, month or year alone. */
    static String date(LocalDate d, String format) {
        return switch (format) {
            case "" -> String.format("%02d/%02d/%04d", d.getDayOfMonth(), d.getMonthValue(), d.getYear());
            case "short" -> d.getDayOfMonth() + "/" + d.getMonthValue() + "/" + d.getYear();
            case "-" -> String.format("%02d-%02d-%04d", d.getDayOfMonth(), d.getMonthValue(), d.getYear());
            case "." -> String.format("%02d.%02d.%04d", d.getDayOfMonth(), d.getMonthValue(), d.getYear());
            case "w" ->
                String.format(
                        "ngày %02d tháng %s năm %d",
                        d.getDayOfMonth(),
                        d.getMonthValue() < 3 ? "0" + d.getMonthValue() : "" + d.getMonthValue(),
                        d.getYear());
            case "W" -> "N" + date(d, "w").substring(1);
            case "my" -> String.format("%02d/%04d", d.getMonthValue(), d.getYear());
            case "y" -> Integer.toString(d.getYear());
            case "compact" -> String.format("%02d%02d%04d", d.getDayOfMonth(), d.getMonthValue(), d.getYear());
            case "spelled" ->
                "Ngày " + spelled(d.getDayOfMonth()) + ", tháng " + spelled(d.getMonthValue()) + ", năm "
                        + spelledYear(d.getYear());
            default -> throw new IllegalArgumentException("no such form: " + format);
        };
    }

    /** ISO, as precise as the printed form. */
    static String iso(LocalDate d, String format) {
        return switch (format) {
            case "y" -> String.format("%04d", d.getYear());
            case "my" -> String.format("%04d-%02d", d.getYear(), d.getMonthValue());
            default -> d.toString();
        };
    }

    /** 10 digits with their check digit. */
    static String taxNumber(Random random) {
        while (true) {
            String nine = String.format("%02d%07d", 1 + random.nextInt(62), 1 + random.nextInt(9_999_999));
            int sum = 0;
            for (int i = 0; i < TAX_WEIGHTS.length; i++) {
                sum += TAX_WEIGHTS[i] * (nine.charAt(i) - '0');
            }
            int check = 10 - sum % 11;
            if (check >= 0 && check < 10) {
                return nine + check;
            }
        }
    }

    private static String spelled(int number) {
        if (number < 10) {
            return DIGITS[number];
        }
        String tens = number < 20 ? "mười" : DIGITS[number / 10] + " mươi";
        return number % 10 == 0
                ? tens
                : tens + " "
                        + (number % 10 == 5 ? "lăm" : number > 20 && number % 10 == 1 ? "mốt" : DIGITS[number % 10]);
    }

    private static String spelledYear(int year) {
        String end = year % 100 == 0 ? "" : year % 100 < 10 ? " linh " + DIGITS[year % 10] : " " + spelled(year % 100);
        return DIGITS[year / 1000] + " nghìn " + DIGITS[year / 100 % 10] + " trăm" + end;
    }
}
