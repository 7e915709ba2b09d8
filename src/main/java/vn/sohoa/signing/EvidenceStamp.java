package vn.sohoa.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.signing.network.NetworkLoader;
import vn.sohoa.signing.network.NetworkSettings;

/** Asks the time-stamp authority as Bouncy Castle's evidence records want it (RFC 3161). */
final class EvidenceStamp {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final NetworkLoader network;
    private final int limit;
    private final TsaSettings tsa;

    EvidenceStamp(NetworkSettings settings, TsaSettings tsa) {
        network = new NetworkLoader(settings);
        limit = (int) settings.maxOcsp().toBytes();
        this.tsa = tsa;
    }

    static BigInteger nonce() {
        return new BigInteger(64, RANDOM);
    }

    TimeStampRequestGenerator requests() {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        @Nullable String policy = tsa.policy();
        if (policy != null) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        return generator;
    }

    /** A time-stamp over nothing in particular. */
    TimeStampToken one() throws TSPException {
        byte[] hash = EvidenceHash.FIRST.of(nonce().toByteArray());
        return ask(requests().generate(EvidenceHash.FIRST.identifier(), hash, nonce()))
                .getTimeStampToken();
    }

    /** Problem: TSA_UNAVAILABLE, also for an answer to another question. */
    TimeStampResponse ask(TimeStampRequest request) {
        try {
            byte[] answer = network.post(
                    URI.create(String.valueOf(tsa.url())), "application/timestamp-query", request.getEncoded(), limit);
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new TSPException("status " + response.getStatus());
            }
            return response;
        } catch (IOException | TSPException wrong) {
            throw new DigitisationException(
                    Problem.TSA_UNAVAILABLE, wrong.getClass().getSimpleName(), wrong);
        } catch (DigitisationException away) {
            throw away.problem() == Problem.TRUST_SOURCE_UNAVAILABLE
                    ? new DigitisationException(Problem.TSA_UNAVAILABLE, away.detail(), away)
                    : away;
        }
    }
}
