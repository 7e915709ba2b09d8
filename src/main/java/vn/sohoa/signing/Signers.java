package vn.sohoa.signing;

import java.nio.file.Path;
import java.time.Clock;
import vn.sohoa.signing.network.NetworkSettings;

/** Makes {@link Signer}s. */
public final class Signers {

    private Signers() {}

    /**
     * Proves the libraries by {@link SigningSelfTest}, opens the session with the token and looks at the signing certificate. To be closed by the caller.
     *
     * @param trust folder of trust anchors, as for {@link SignatureVerifiers}
     * @param network whom it may ask for time-stamps and the status of certificates
     * @throws vn.sohoa.dossier.DigitisationException TOKEN_UNAVAILABLE, CONFIGURATION_INVALID, SIGNER_CERTIFICATE if it is not valid
     *     now, known to be revoked or not for signing
     */
    public static Signer open(
            TokenSettings token,
            TsaSettings tsa,
            Path trust,
            NetworkSettings network,
            SignatureProfiles profiles,
            Clock clock) {
        SigningSelfTest.once();
        TrustAnchors anchors = TrustAnchors.in(trust);
        StatusSources sources = new StatusSources(network, anchors, tsa);
        SigningToken session = SigningToken.open(token);
        boolean opened = false;
        try {
            Signer signer = new TokenSigner(
                    session, sources, anchors, profiles, SignatureVerifiers.offline(trust, clock), clock);
            opened = true;
            return signer;
        } finally {
            if (!opened) {
                session.close();
            }
        }
    }
}
