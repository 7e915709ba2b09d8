package vn.sohoa.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Whether digits name a day of the calendar. */
final class RealDates {
    private RealDates() {}

    static boolean yyMMdd(String digits) {
        return of("20" + digits.substring(0, 2), digits.substring(2, 4), digits.substring(4, 6));
    }

    static boolean yyyyMMdd(String digits) {
        return of(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6, 8));
    }

    static boolean ddMMyyyy(String digits) {
        return of(digits.substring(4, 8), digits.substring(2, 4), digits.substring(0, 2));
    }

    static boolean of(String year, String month, String day) {
        try {
            LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
