package vn.sohoa.signing;

import java.util.Optional;

/**
 * An encrypted PDF is judged in one case alone: it opens without a password, and one signature covers every byte of it but its own
 * gap. Then key, identifiers and what they unlock are signed as they lie there. What follows a signature could change the key, and what
 * is in encrypted object streams our rules cannot read: both go to a person. Stateless.
 */
final class EncryptedRules {

    private EncryptedRules() {}

    /** Empty also for a file that is not encrypted. */
    static Optional<Finding> check(byte[] file, SignatureSearch.Result search) {
        if (!search.encrypted()) {
            return Optional.empty();
        }
        if (search.dictionaries().size() != 1 || !search.usage().isEmpty()) {
            return refused("có nhiều chữ ký hoặc dấu thời gian");
        }
        if (search.raw().opaque()) {
            return refused("có phần nén không đọc được");
        }
        SignatureDictionary only = search.dictionaries().get(0);
        return only.timeStamp() || !only.sane(file.length) || !isBlank(file, only.end())
                ? refused("chữ ký không phủ hết tệp")
                : Optional.empty();
    }

    private static boolean isBlank(byte[] file, int from) {
        for (int at = from; at < file.length; at++) {
            if (!PdfSyntax.isSpace(file[at])) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Finding> refused(String why) {
        return Optional.of(Finding.incomplete("tệp được mã hóa, " + why));
    }
}
