package vn.sohoa.dossier;

/** Code of an electronic result, {@code <mã hồ sơ>-KQn} (Decree 45/2020/NĐ-CP, Article 14.3). */
public record ResultCode(String value) {

    public ResultCode {
        if (!CodeFormat.KETQUA_HS.holds(value)) {
            throw new IllegalArgumentException("not a result code: " + value);
        }
    }

    /** The n-th result of a dossier, n from 1 to 999, written without brackets. */
    public static ResultCode of(DossierCode dossier, int n) {
        return new ResultCode(dossier.value() + "-KQ" + n);
    }

    @Override
    public String toString() {
        return value;
    }
}
