package vn.sohoa.extraction;

import java.util.List;

/** A day as papers print it, folded: in figures with any sign between, with the words, and spelled out ("ghi bằng chữ"). */
final class SpelledDays {
    private static final String[] DIGITS = {"khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"};

    private SpelledDays() {}

    static List<String> forms(int year, int month, int day) {
        String d = String.format("%02d", day);
        String m = String.format("%02d", month);
        return List.of(
                d + " " + m + " " + year,
                day + " " + month + " " + year,
                "ngay " + d + " thang " + m + " nam " + year,
                "ngay " + d + " thang " + month + " nam " + year,
                "ngay " + day + " thang " + month + " nam " + year,
                "ngay " + spelled(day) + " thang " + month(month) + " nam " + spelledYear(year),
                "ngay mung " + spelled(day) + " thang " + month(month) + " nam " + spelledYear(year));
    }

    private static String month(int month) {
        return month == 4 ? "tu" : spelled(month);
    }

    private static String spelled(int number) {
        if (number < 10) {
            return DIGITS[number];
        }
        String tens = number < 20 ? "muoi" : DIGITS[number / 10] + " muoi";
        String one = number % 10 == 5 ? "lam" : DIGITS[number % 10]; // mốt folds as một
        return number % 10 == 0 ? tens : tens + " " + one;
    }

    private static String spelledYear(int year) {
        int rest = year % 100;
        String end = rest == 0 ? "" : rest < 10 ? " linh " + DIGITS[rest] : " " + spelled(rest);
        return DIGITS[year / 1000] + " nghin " + DIGITS[year / 100 % 10] + " tram" + end;
    }
}
