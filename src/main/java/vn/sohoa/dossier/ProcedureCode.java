package vn.sohoa.dossier;

import java.util.Optional;

/** Code of a procedure (mã TTHC). */
public record ProcedureCode(String value) {

    public ProcedureCode {
        if (!CodeFormat.TTHC.holds(value)) {
            throw new IllegalArgumentException("not a procedure code: " + value);
        }
    }

    /** The code, if it is one. */
    public static Optional<ProcedureCode> of(String text) {
        return CodeFormat.TTHC.holds(text) ? Optional.of(new ProcedureCode(text)) : Optional.empty();
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
