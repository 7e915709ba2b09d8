package vn.sohoa.workflow;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.sohoa.signing.AgencySettings;
import vn.sohoa.signing.ProofKeeper;
import vn.sohoa.signing.ProofKeepers;
import vn.sohoa.signing.SignatureProfiles;
import vn.sohoa.signing.Signer;
import vn.sohoa.signing.Signers;
import vn.sohoa.signing.TokenSettings;
import vn.sohoa.signing.TsaSettings;
import vn.sohoa.signing.network.NetworkSettings;

/** Holds the one session with the signing token: opened when the first signature is wanted, closed with the house. */
public final class SigningDesk implements AutoCloseable {
    private final Settings settings;
    private final Clock clock;
    private @Nullable Signer signer;

    /**
     * @param trust folder of trust anchors
     * @param profiles file of the signature profiles
     */
    record Settings(
            TokenSettings token,
            TsaSettings tsa,
            NetworkSettings network,
            AgencySettings agency,
            Path trust,
            Path profiles) {}

    SigningDesk(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The session. Problems: as of {@link Signers#open}. */
    synchronized Signer signer() {
        Signer open = signer;
        if (open == null) {
            open = Signers.open(
                    settings.token(), settings.tsa(), settings.trust(), settings.network(), profiles(), clock);
            signer = open;
        }
        return open;
    }

    /** What keeps proof; needs no token. Problem: CONFIGURATION_INVALID without a time-stamp authority. */
    ProofKeeper keeper() {
        return ProofKeepers.open(settings.tsa(), settings.trust(), settings.network(), clock);
    }

    SignatureProfiles profiles() {
        return SignatureProfiles.load(settings.profiles());
    }

    Settings settings() {
        return settings;
    }

    @Override
    public synchronized void close() {
        if (signer != null) {
            signer.close();
            signer = null;
        }
    }
}
