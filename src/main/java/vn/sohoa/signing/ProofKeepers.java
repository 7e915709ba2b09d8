package vn.sohoa.signing;

import java.nio.file.Path;
import java.time.Clock;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.signing.network.NetworkSettings;

/** Makes {@link ProofKeeper}s. */
public final class ProofKeepers {

    private ProofKeepers() {}

    /** Problem: CONFIGURATION_INVALID without a time-stamp authority. */
    public static ProofKeeper open(TsaSettings tsa, Path trust, NetworkSettings network, Clock clock) {
        if (tsa.url() == null) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "sohoa.signing.tsa.url: cần dịch vụ cấp dấu thời gian");
        }
        SigningSelfTest.once();
        StatusSources sources = new StatusSources(network, TrustAnchors.in(trust), tsa);
        return new StampedProof(sources, SignatureVerifiers.offline(trust, clock), new EvidenceStamp(network, tsa));
    }
}
