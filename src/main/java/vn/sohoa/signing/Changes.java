package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says in the officer's words what changed after a signature, by what DSS compared. */
record Changes(List<String> content, List<String> fields) {

    private static final int MOST_NAMES = 5;

    static Changes after(SignatureWrapper signature) {
        List<String> content = new ArrayList<>();
        pages(content, "hình ảnh trang", signature.getPdfVisualDifferenceConcernedPages());
        pages(content, "số trang", signature.getPdfPageDifferenceConcernedPages());
        if (!signature.getPdfAnnotationChanges().isEmpty()) {
            content.add("chú thích (" + signature.getPdfAnnotationChanges().size() + " chỗ)");
        }
        if (!signature.getPdfUndefinedChanges().isEmpty()) {
            content.add(
                    "nội dung của tệp (" + signature.getPdfUndefinedChanges().size() + " chỗ)");
        }
        List<String> fields = new ArrayList<>();
        if (!signature.getPdfSignatureOrFormFillChanges().isEmpty()) {
            fields.add("ô biểu mẫu hoặc ô chữ ký");
        }
        return new Changes(content, fields);
    }

    /** All of it in one sentence part. */
    String sentence() {
        List<String> all = new ArrayList<>(content);
        all.addAll(fields);
        return String.join("; ", all);
    }

    private static void pages(List<String> list, String what, Collection<BigInteger> pages) {
        if (!pages.isEmpty()) {
            String names =
                    pages.stream().limit(MOST_NAMES).map(BigInteger::toString).collect(Collectors.joining(", "));
            list.add(what + " " + names + (pages.size() > MOST_NAMES ? "…" : ""));
        }
    }
}
