package vn.sohoa.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One level-1 entry of the register (mã cấp 1).
 *
 * @param code letter and two digits, such as {@code H15}
 * @param name Vietnamese name
 * @param closed first day on which it is closed (đóng mã), or null while it is open
 * @param successor code of the agency that took over, or null where there is none or the province has not said which
 */
public record Agency(
        @JsonProperty(required = true) String code,
        @JsonProperty(required = true) String name,
        @Nullable LocalDate closed,
        @Nullable String successor) {

    public Agency {
        if (!code.matches("[A-Y]\\d{2}")) {
            throw new IllegalArgumentException("code: " + code);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("name of " + code + " is blank");
        }
        if (successor != null && closed == null) {
            throw new IllegalArgumentException("successor of " + code + ", which is open");
        }
    }

    /** Whether the code is in use on that day. */
    public boolean openOn(LocalDate day) {
        return closed == null || day.isBefore(closed);
    }

    public Optional<String> successorCode() {
        return Optional.ofNullable(successor);
    }
}
