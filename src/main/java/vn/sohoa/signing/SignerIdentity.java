package vn.sohoa.signing;

import java.time.Instant;

/**
 * Who signs, as the certificate says (chứng thư chữ ký số).
 *
 * @param name common name
 * @param organisation agency named in it, empty if none
 * @param serial serial number, hexadecimal
 * @param issuer common name of the issuing authority
 */
public record SignerIdentity(
        String name, String organisation, String serial, String issuer, Instant notBefore, Instant notAfter) {}
