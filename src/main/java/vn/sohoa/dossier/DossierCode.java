package vn.sohoa.dossier;

/** Code of a dossier (mã hồ sơ), {@code <agency>-YYMMDD-XXXX} with a real date (Circular 01/2018/TT-VPCP, Article 19). */
public record DossierCode(String value) {

    public DossierCode {
        if (!CodeFormat.HOSO.holds(value)) {
            throw new IllegalArgumentException("not a dossier code: " + value);
        }
    }

    /** The agency that the code names. */
    public AgencyCode agency() {
        return new AgencyCode(CodeFormat.HOSO.match(value).orElseThrow().group("agency"));
    }

    @Override
    public String toString() {
        return value;
    }
}
