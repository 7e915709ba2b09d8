package vn.sohoa.codes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The unit of two levels that a printed address lies in today (chính quyền địa phương hai cấp; R-24).
 *
 * @param province as it is called today, or null if the address does not say which
 * @param commune as it is called today, or null where the list of communes does not settle it
 * @param since first day of that mapping, or null without a province
 */
public record AddressToday(
        @Nullable String province,
        @Nullable String commune,
        @Nullable LocalDate since) {

    /** How far the address could be resolved. */
    public enum Level {
        /** Province and commune. */
        XA,
        /** The province alone. */
        TINH,
        /** Nothing: never guessed. */
        KHONG_RO
    }

    static final AddressToday UNKNOWN = new AddressToday(null, null, null);

    public Level level() {
        return commune != null ? Level.XA : province != null ? Level.TINH : Level.KHONG_RO;
    }

    /** "xã Ea Sao, tỉnh Đắk Lắk"; empty if nothing is known. */
    public String text() {
        return province == null ? "" : commune == null ? province : commune + ", " + province;
    }
}
