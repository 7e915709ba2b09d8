package vn.sohoa.signing;

import java.nio.file.Path;
import java.time.Instant;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;

/**
 * A signature that was made, and has been checked.
 *
 * @param file the signed PDF, or the signature beside another file
 * @param format {@code PADES} or {@code CADES_DETACHED}
 * @param level reached, such as {@code LTA}; {@code B} is worth nothing once the certificate has expired
 * @param original what was signed; the first {@code originalBytes} of a signed PDF have this hash
 * @param report what our own check said of it
 */
public record SignedCopy(
        Path file,
        String format,
        String level,
        String profile,
        Sha256 sha256,
        long bytes,
        Sha256 original,
        long originalBytes,
        SignerIdentity signer,
        Instant signedAt,
        SignatureReport report) {}
