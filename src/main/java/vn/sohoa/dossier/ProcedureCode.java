package vn.sohoa.dossier;

/** Code of a procedure (mã TTHC). */
public record ProcedureCode(String value) {

    public ProcedureCode {
        if (!CodeFormat.TTHC.holds(value)) {
            throw new IllegalArgumentException("not a procedure code: " + value);
        }
    }

    /** What two codes of the same procedure share, such as {@code 1.004873}. */
    public String base() {
        return CodeFormat.TTHC.match(value).orElseThrow().group("base");
    }

    @Override
    public String toString() {
        return value;
    }
}
