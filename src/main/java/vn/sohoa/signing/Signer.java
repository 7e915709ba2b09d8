package vn.sohoa.signing;

/**
 * Signs files with the key of one token (thiết bị lưu khóa), whose session stays open from the first file to the last: a batch asks
 * for the PIN once. Every signature is checked by {@link SignatureVerifier}'s rules before it counts. Safe for many threads; the
 * token itself works on one file after the other.
 */
public interface Signer extends AutoCloseable {

    /** Whose signatures these are. */
    SignerIdentity identity();

    /** The level that is asked for: {@code LTA} where there is a time-stamp authority, else {@code B}. */
    String level();

    /**
     * Signs one file into a new one. A PDF gets one more revision after its unchanged bytes (PAdES); any other file gets a signature
     * beside it (CAdES, {@code .p7s}). Nothing is left at the target unless the signature has been checked. May be repeated, with
     * another signature value and time.
     *
     * @throws vn.sohoa.dossier.DigitisationException OUTPUT_EXISTS; NOT_SIGNABLE if the file holds what may change what is shown,
     *     or a signature that is not in order; SIGNER_CERTIFICATE; TOKEN_UNAVAILABLE; TSA_UNAVAILABLE; REVOCATION_UNAVAILABLE;
     *     SIGNING_FAILED if the signature that was made does not hold; FILE_TOO_LARGE; STORE_UNAVAILABLE if the disk refuses
     */
    SignedCopy sign(SigningOrder order);

    /** Ends the session with the token. */
    @Override
    void close();
}
