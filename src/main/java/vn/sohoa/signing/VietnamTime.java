package vn.sohoa.signing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as officers read them: ISO 8601 at +07:00, to the second (Decree 30/2020, appendix I). */
final class VietnamTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private VietnamTime() {}

    static String time(Instant time) {
        return TIME.format(time.atZone(ZONE));
    }

    static String day(Instant time) {
        return DAY.format(time.atZone(ZONE));
    }
}
