package vn.sohoa.dossier;

import java.util.Arrays;
import java.util.Optional;

/**
 * How long a record has to be kept (thời hạn bảo quản), by the codes of Circular 05/2025/TT-BNV. The years behind a code are
 * reference data of the province, {@code jobs/reference/retention.yml}.
 */
public enum Maintenance {
    /** Vĩnh viễn. */
    PERMANENT("01"),
    /** 70 năm. */
    YEARS_70("02"),
    /** 50 năm. */
    YEARS_50("03"),
    /** 30 năm. */
    YEARS_30("04"),
    /** 20 năm. */
    YEARS_20("05"),
    /** 10 năm. */
    YEARS_10("06"),
    /** Khác: whatever the province says. */
    OTHER("07");

    private final String code;

    Maintenance(String code) {
        this.code = code;
    }

    /** Two digits, as in the metadata of a package. */
    public String code() {
        return code;
    }

    /** The entry with a code such as {@code 05}. */
    public static Optional<Maintenance> ofCode(String code) {
        return Arrays.stream(values()).filter(m -> m.code.equals(code)).findFirst();
    }
}
