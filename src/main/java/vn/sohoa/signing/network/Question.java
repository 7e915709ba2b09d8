package vn.sohoa.signing.network;

import java.nio.charset.StandardCharsets;
import vn.sohoa.dossier.Sha256;

/**
 * What a verifier would have to know and cannot ask itself. The verifier works it out, down to the bytes of the request; whoever
 * asks it decides only whether that host may be asked, and looks into nothing.
 *
 * @param about the certificate in question, SHA-256: of several questions about it one answer is enough
 * @param key under which the answer is kept, SHA-256
 * @param address as the certificate states it
 * @param body what is sent; empty for a list or a certificate
 */
public record Question(Kind kind, Sha256 about, Sha256 key, String address, byte[] body) {
    private static final int MAX_ADDRESS = 2_000;
    private static final int MAX_BODY = 2_000;

    /** What kind of answer is wanted. */
    public enum Kind {
        /** The state of one certificate, from a responder. */
        OCSP,
        /** A list of revoked certificates. */
        CRL,
        /** The certificate of an issuer. */
        CERTIFICATE
    }

    public Question {
        body = body.clone();
        if (address.length() > MAX_ADDRESS || body.length > MAX_BODY) {
            throw new IllegalArgumentException("a question that is too long");
        }
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** For a list or a certificate: kept by its address. */
    public static Question at(Kind kind, Sha256 about, String address) {
        return new Question(kind, about, key(address), address, new byte[0]);
    }

    /** The key of what is kept by its address. */
    public static Sha256 key(String address) {
        return Sha256.of(address.getBytes(StandardCharsets.UTF_8));
    }
}
