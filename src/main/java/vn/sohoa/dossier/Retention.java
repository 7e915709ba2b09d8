package vn.sohoa.dossier;

import java.time.Instant;

/**
 * Until when the bytes of a paper may not go (thời hạn bảo quản; Circular 05/2025/TT-BNV). A {@link Maintenance#PERMANENT}
 * record is kept after {@code until} as well: the day is only where a store's dated lock ends, beside the hold without a date.
 *
 * @param until the first instant at which a dated lock may end
 */
public record Retention(Maintenance maintenance, Instant until) {

    /** Whether there is no end to it (vĩnh viễn). */
    public boolean permanent() {
        return maintenance == Maintenance.PERMANENT;
    }

    /** The one of two that keeps longer. */
    public Retention longer(Retention other) {
        if (permanent() != other.permanent()) {
            return permanent() ? this : other;
        }
        return other.until.isAfter(until) ? other : this;
    }
}
