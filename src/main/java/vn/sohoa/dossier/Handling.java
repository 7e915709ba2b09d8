package vn.sohoa.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a dossier declares of how it is handled, beyond what {@link Dossier} holds: needed by the indicators of
 * Decision 766/QĐ-TTg and by the national portal. Null is "not said".
 *
 * @param finished ngày kết thúc xử lý
 * @param returned ngày trả kết quả
 * @param state TrangThaiHoSo of the national contract, 1 to 10
 * @param fieldCode mã lĩnh vực
 * @param vneid whether the account was authenticated by VNeID
 * @param dataSources codes of the databases that were asked (MaCSDL)
 */
public record Handling(
        @Nullable LocalDate finished,
        @Nullable LocalDate returned,
        @Nullable Channel channel,
        @Nullable Integer state,
        @Nullable String fieldCode,
        @Nullable String fieldName,
        @Nullable OwnerType ownerType,
        @Nullable Boolean vneid,
        @Nullable Boolean paidOnline,
        List<String> dataSources) {

    public static final Handling NONE = new Handling(null, null, null, null, null, null, null, null, null, List.of());

    private static final int LAST_STATE = 10;

    public Handling {
        if (state != null && (state < 1 || state > LAST_STATE)) {
            throw new IllegalArgumentException("state: " + state);
        }
        dataSources = List.copyOf(dataSources);
    }

    /** How the dossier came in (KenhThucHien). */
    public enum Channel {
        DIRECT(1),
        ONLINE(2),
        POST(3);

        private final int code;

        Channel(int code) {
            this.code = code;
        }

        /** The national contract's number. */
        public int code() {
            return code;
        }
    }

    /** What kind of owner it has (LoaiDoiTuong). */
    public enum OwnerType {
        CITIZEN(1),
        ENTERPRISE(2),
        AGENCY(3),
        OTHER(4);

        private final int code;

        OwnerType(int code) {
            this.code = code;
        }

        /** The national contract's number. */
        public int code() {
            return code;
        }
    }

    /** This, and what an earlier declaration said where this one says nothing. */
    public Handling over(Handling earlier) {
        return new Handling(
                first(finished, earlier.finished),
                first(returned, earlier.returned),
                first(channel, earlier.channel),
                first(state, earlier.state),
                first(fieldCode, earlier.fieldCode),
                first(fieldName, earlier.fieldName),
                first(ownerType, earlier.ownerType),
                first(vneid, earlier.vneid),
                first(paidOnline, earlier.paidOnline),
                Stream.concat(earlier.dataSources.stream(), dataSources.stream())
                        .distinct()
                        .toList());
    }

    private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }
}
