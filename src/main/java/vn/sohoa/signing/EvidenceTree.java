package vn.sohoa.signing;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSException;

/** One time-stamp over a tree of hashes, made with Bouncy Castle (RFC 4998), and what it gives each leaf. */
final class EvidenceTree {

    private final EvidenceStamp authority;
    private final StampEnd end;
    private final DigestCalculatorProvider digests;

    EvidenceTree(EvidenceStamp authority, StampEnd end) {
        this.authority = authority;
        this.end = end;
        try {
            digests = new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The archive time-stamp of each leaf, found by {@link #of}. All leaves are of one kind. */
    Map<String, ERSArchiveTimeStamp> stamp(Collection<EvidenceLeaf> leaves, EvidenceHash kind)
            throws TSPException, ERSException, IOException {
        Map<String, ERSData> all = new LinkedHashMap<>();
        leaves.forEach(leaf -> all.putIfAbsent(leaf.key(), leaf.data()));
        ERSArchiveTimeStampGenerator generator = generator(kind);
        generator.addAllData(List.copyOf(all.values()));
        TimeStampResponse answer =
                authority.ask(generator.generateTimeStampRequest(authority.requests(), EvidenceStamp.nonce()));
        Map<String, ERSArchiveTimeStamp> stamps = new HashMap<>();
        for (ERSArchiveTimeStamp stamp : generator.generateArchiveTimeStamps(answer)) {
            stamps.put(EvidenceLeaf.key(stamp.toASN1Structure()), stamp);
        }
        return stamps;
    }

    static ERSArchiveTimeStamp of(EvidenceLeaf leaf, Map<String, ERSArchiveTimeStamp> stamps) throws ERSException {
        ERSArchiveTimeStamp stamp = stamps.get(leaf.key());
        if (stamp == null) {
            throw new ERSException("no time-stamp of a leaf");
        }
        return stamp;
    }

    private ERSArchiveTimeStampGenerator generator(EvidenceHash kind) {
        try {
            return new ERSArchiveTimeStampGenerator(digests.get(kind.identifier()));
        } catch (OperatorCreationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    DigestCalculatorProvider digests() {
        return digests;
    }

    Evidence evidence(EvidenceRecord record, ERSArchiveTimeStamp stamp) throws TSPException, ERSException, IOException {
        return new Evidence(
                new ERSEvidenceRecord(record, digests).getEncoded(),
                stamp.getGenTime().toInstant(),
                lapses(stamp, EvidenceHash.of(record)));
    }

    private Instant lapses(ERSArchiveTimeStamp stamp, EvidenceHash hash) throws IOException {
        X509CertificateHolder signer = stamp.getSigningCertificate();
        return signer == null ? stamp.getExpiryTime().toInstant() : end.of(signer, hash.listed());
    }
}
