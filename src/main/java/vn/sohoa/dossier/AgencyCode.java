package vn.sohoa.dossier;

/** Agency id (mã định danh cơ quan), new or old form (Decision 20/2020/QĐ-TTg). */
public record AgencyCode(String value) {

    public AgencyCode {
        if (!(CodeFormat.AGENCY_QD20.holds(value)
                || CodeFormat.AGENCY_OLD.holds(value)
                || CodeFormat.ORG_SCHEME.holds(value))) {
            throw new IllegalArgumentException("not a agency code: " + value);
        }
    }

    /** The level-1 code, such as {@code H15}; the whole value for organisations outside the scheme. */
    public String levelOne() {
        return CodeFormat.AGENCY_QD20
                .match(value)
                .or(() -> CodeFormat.AGENCY_OLD.match(value))
                .map(m -> m.group("l1"))
                .orElse(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
