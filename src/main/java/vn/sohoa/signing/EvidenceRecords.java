package vn.sohoa.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStampGenerator;
import org.bouncycastle.tsp.ers.ERSByteData;
import org.bouncycastle.tsp.ers.ERSCachingData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSEvidenceRecordGenerator;
import org.bouncycastle.tsp.ers.ERSException;
import vn.sohoa.dossier.Sha256;

/** Makes and renews evidence records with Bouncy Castle (RFC 4998): one time-stamp over a tree of hashes, SHA-256. */
final class EvidenceRecords {

    private static final HexFormat HEX = HexFormat.of();

    private final EvidenceStamp authority;
    private final DigestCalculatorProvider digests;

    EvidenceRecords(EvidenceStamp authority) {
        this.authority = authority;
        try {
            digests = new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** In the order of the groups. Groups that are equal share a record. */
    List<Evidence> make(List<List<Sha256>> groups) throws TSPException, ERSException, IOException {
        Map<String, ERSData> leaves = new LinkedHashMap<>();
        groups.forEach(group -> leaves.putIfAbsent(key(group), data(group)));
        Map<String, ERSArchiveTimeStamp> stamps = new HashMap<>();
        for (ERSArchiveTimeStamp stamp : stamp(new ArrayList<>(leaves.values()))) {
            stamps.put(key(stamp.toASN1Structure()), stamp);
        }
        ERSEvidenceRecordGenerator generator = new ERSEvidenceRecordGenerator(digests);
        List<Evidence> records = new ArrayList<>();
        for (List<Sha256> group : groups) {
            ERSArchiveTimeStamp stamp = stamps.get(key(group));
            if (stamp == null) {
                throw new ERSException("no record of a group");
            }
            ERSEvidenceRecord record = generator.generate(stamp);
            record.validatePresent(data(group), stamp.getGenTime());
            records.add(evidence(record, stamp));
        }
        return records;
    }

    /** Time-stamp renewal (RFC 4998, 5.2): the new time-stamp covers the one before, and stands in the same chain. */
    List<Evidence> renew(List<byte[]> records) throws TSPException, ERSException, IOException {
        List<EvidenceRecord> old = new ArrayList<>();
        Map<String, ERSData> leaves = new LinkedHashMap<>();
        for (byte[] record : records) {
            EvidenceRecord parsed = EvidenceRecord.getInstance(record);
            byte[] stamp = last(parsed).getTimeStamp().getEncoded(ASN1Encoding.DER);
            old.add(parsed);
            leaves.put(Sha256.of(stamp).hex(), new ERSByteData(stamp));
        }
        Map<String, ERSArchiveTimeStamp> stamps = new HashMap<>();
        for (ERSArchiveTimeStamp stamp : stamp(new ArrayList<>(leaves.values()))) {
            stamps.put(key(stamp.toASN1Structure()), stamp);
        }
        List<Evidence> renewed = new ArrayList<>();
        for (EvidenceRecord record : old) {
            byte[] before = last(record).getTimeStamp().getEncoded(ASN1Encoding.DER);
            ERSArchiveTimeStamp stamp = stamps.get(Sha256.of(before).hex());
            if (stamp == null) {
                throw new ERSException("no record of a time-stamp");
            }
            EvidenceRecord longer = record.addArchiveTimeStamp(stamp.toASN1Structure(), false);
            renewed.add(evidence(new ERSEvidenceRecord(longer, digests), stamp));
        }
        return renewed;
    }

    private List<ERSArchiveTimeStamp> stamp(List<ERSData> leaves) throws TSPException, ERSException, IOException {
        ERSArchiveTimeStampGenerator generator = new ERSArchiveTimeStampGenerator(calculator());
        generator.addAllData(leaves);
        TimeStampResponse answer =
                authority.ask(generator.generateTimeStampRequest(authority.requests(), EvidenceStamp.nonce()));
        return generator.generateArchiveTimeStamps(answer);
    }

    private DigestCalculator calculator() {
        try {
            return digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        } catch (OperatorCreationException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Evidence evidence(ERSEvidenceRecord record, ERSArchiveTimeStamp stamp) throws IOException {
        return new Evidence(
                record.getEncoded(),
                stamp.getGenTime().toInstant(),
                stamp.getExpiryTime().toInstant());
    }

    private static ArchiveTimeStamp last(EvidenceRecord record) {
        ArchiveTimeStampChain[] chains = record.getArchiveTimeStampSequence().getArchiveTimeStampChains();
        ArchiveTimeStamp[] stamps = chains[chains.length - 1].getArchiveTimestamps();
        return stamps[stamps.length - 1];
    }

    private static ERSData data(List<Sha256> group) {
        List<ERSData> hashes = new ArrayList<>();
        group.stream().distinct().forEach(hash -> hashes.add(new Hashed(HEX.parseHex(hash.hex()))));
        return hashes.size() == 1 ? hashes.get(0) : new ERSDataGroup(hashes);
    }

    /** What the leaf of a group holds, whatever its order. */
    private static String key(List<Sha256> group) {
        return String.join(
                " ", group.stream().map(Sha256::hex).distinct().sorted().toList());
    }

    /** The leaf that a reduced tree begins with; a tree of one leaf has none, and the time-stamp is over the leaf itself. */
    private static String key(ArchiveTimeStamp stamp) {
        PartialHashtree leaf = stamp.getHashTreeLeaf();
        byte[][] values = leaf == null ? new byte[][] {stamp.getTimeStampDigestValue()} : leaf.getValues();
        return String.join(
                " ", Arrays.stream(values).map(HEX::formatHex).sorted().toList());
    }

    /** An object whose hash is known: the store has read it back when it was put there. */
    private static final class Hashed extends ERSCachingData {
        private final byte[] hash;

        Hashed(byte[] hash) {
            this.hash = hash;
        }

        @Override
        protected byte[] calculateHash(DigestCalculator calculator, byte[] previousChains) {
            if (previousChains != null
                    || !calculator.getAlgorithmIdentifier().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)) {
                throw new IllegalStateException("hash-tree renewal needs the objects themselves");
            }
            return hash.clone();
        }
    }
}
