package vn.sohoa.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import vn.sohoa.dossier.SignatureReason;

/**
 * What a signature covers, told from the bytes: the gap between the two signed parts must be the signature's own
 * {@code /Contents} and nothing else. Validators miss much of this. Stateless.
 */
final class ByteRangeRules {

    private ByteRangeRules() {}

    /** The rules of one dictionary. */
    static List<Finding> check(byte[] file, SignatureDictionary signature) {
        List<Finding> findings = new ArrayList<>();
        if (isZero(signature.contents())) {
            findings.add(Finding.of(SignatureReason.CONTENTS_EMPTY));
        } else {
            cms(signature.contents()).ifPresent(findings::add);
        }
        if (!signature.sane(file.length)) {
            findings.add(Finding.of(SignatureReason.BYTERANGE_BAD));
            return findings;
        }
        if (!gapIsContents(file, signature)) {
            findings.add(Finding.of(SignatureReason.GAP_BAD));
        }
        if (!gapInOwnObject(file, signature)) {
            findings.add(Finding.of(SignatureReason.GAP_ELSEWHERE));
        }
        if (!endsRevision(file, signature.end())) {
            findings.add(Finding.of(SignatureReason.COVER_NOT_A_REVISION));
        }
        return findings;
    }

    /** Each signature must begin its gap behind all that earlier ones cover. */
    static boolean collide(List<SignatureDictionary> sane) {
        List<SignatureDictionary> order = sane.stream()
                .sorted(Comparator.comparingInt(SignatureDictionary::end))
                .toList();
        for (int i = 1; i < order.size(); i++) {
            SignatureDictionary earlier = order.get(i - 1);
            SignatureDictionary later = order.get(i);
            if (later.end() == earlier.end() || later.gapStart() < earlier.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZero(byte[] contents) {
        for (byte b : contents) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Finding> cms(byte[] contents) {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            in.readObject(); // there is one: not all of it is zero
            return isZero(in.readAllBytes())
                    ? Optional.empty()
                    : Optional.of(Finding.of(SignatureReason.DATA_AFTER_CMS));
        } catch (IOException | RuntimeException unreadable) { // Bouncy Castle throws both on crafted bytes
            return Optional.of(Finding.of(SignatureReason.CMS_UNREADABLE));
        }
    }

    private static boolean gapIsContents(byte[] file, SignatureDictionary signature) {
        int from = signature.gapStart();
        int to = signature.gapEnd();
        if (file[from] != '<' || file[to - 1] != '>') {
            return false;
        }
        StringBuilder hex = new StringBuilder();
        for (int at = from + 1; at < to - 1; at++) {
            if (Character.digit(file[at], 16) >= 0) {
                hex.append((char) file[at]);
            } else if (!PdfSyntax.isSpace(file[at])) {
                return false;
            }
        }
        if (hex.length() % 2 == 1) {
            hex.append('0');
        }
        return Arrays.equals(HexFormat.of().parseHex(hex), signature.contents());
    }

    private static boolean gapInOwnObject(byte[] file, SignatureDictionary signature) {
        long start = signature.offset();
        if (start < 0 || start >= signature.gapStart()) {
            return false;
        }
        byte[] head = Arrays.copyOfRange(file, (int) start, signature.gapStart());
        return !new String(head, StandardCharsets.ISO_8859_1).contains("endobj");
    }

    private static boolean endsRevision(byte[] file, int end) {
        int at = end;
        while (at > 0 && PdfSyntax.isSpace(file[at - 1])) {
            at--;
        }
        return PdfSyntax.startsWith(file, at - 5, "%%EOF");
    }
}
