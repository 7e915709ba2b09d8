package vn.sohoa.dossier;

import org.jspecify.annotations.Nullable;

/**
 * What the sender declares of one paper as a part of its dossier (thành phần hồ sơ).
 *
 * @param component mã thành phần hồ sơ, or null
 * @param nationalStore taken from the national store (DuocLayTuKhoDMQG)
 * @param replacedResult code of the stored result that stands for the paper (MaKetQuaThayThe), or null
 */
public record PaperHandling(
        @Nullable String component,
        Reuse reuse,
        boolean nationalStore,
        @Nullable String replacedResult) {

    public static final PaperHandling NONE = new PaperHandling(null, Reuse.NONE, false, null);

    /** DuocTaiSuDung of the national contract. */
    public enum Reuse {
        NONE(0),
        /** A digitised component of another dossier was used again. */
        COMPONENT(1),
        /** A stored result was used again. */
        RESULT(2);

        private final int code;

        Reuse(int code) {
            this.code = code;
        }

        /** The national contract's number. */
        public int code() {
            return code;
        }
    }
}
