package vn.sohoa.dossier;

/** Code of a digitised document, at most 30 characters (letter 7197/BKHCN-CĐSQG, 2.4). */
public record DocCode(String value) {

    public DocCode {
        if (!CodeFormat.DOCCODE.holds(value)) {
            throw new IllegalArgumentException("not a document code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
