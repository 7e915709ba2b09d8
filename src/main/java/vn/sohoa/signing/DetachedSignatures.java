package vn.sohoa.signing;

import java.nio.file.Path;
import java.time.Clock;
import vn.sohoa.dossier.SignatureReport;

/** Judges signatures that lie beside their files, as {@link Signer} makes them of what is no PDF. */
public final class DetachedSignatures {

    private DetachedSignatures() {}

    /** Offline. The signed file is hashed and not opened. Never throws for what a signature contains. */
    public static SignatureReport check(Path signature, Path file, Path trustFolder, Clock clock) {
        SigningSelfTest.once();
        return new DetachedCheck(TrustAnchors.in(trustFolder), clock).check(signature, file);
    }
}
