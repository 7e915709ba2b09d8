package vn.sohoa.signing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes {@link Signer}s. */
public final class Signers {

    private Signers() {}

    /**
     * Opens the session with the token and looks at the signing certificate. To be closed by the caller.
     *
     * @param trust folder of trust anchors, as for {@link SignatureVerifiers}
     * @param hosts that may be asked for the status of certificates, each as {@code host} or {@code host:port}; the time-stamp authority
     *     of the settings need not be among them
     * @throws vn.sohoa.dossier.DigitisationException TOKEN_UNAVAILABLE, CONFIGURATION_INVALID, SIGNER_CERTIFICATE if it is not valid
     *     now, known to be revoked or not for signing
     */
    public static Signer open(
            TokenSettings token,
            TsaSettings tsa,
            Path trust,
            Set<String> hosts,
            SignatureProfiles profiles,
            Clock clock) {
        TrustAnchors anchors = TrustAnchors.in(trust);
        StatusSources sources = new StatusSources(fetch(tsa, hosts), anchors, tsa);
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

    static Fetch fetch(TsaSettings tsa, Set<String> hosts) {
        Set<String> allowed = new HashSet<>(hosts);
        if (tsa.url() != null) {
            URI uri = URI.create(tsa.url());
            allowed.add((uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())).toLowerCase(Locale.ROOT));
        }
        return new HttpFetch(allowed, tsa.timeout());
    }
}
