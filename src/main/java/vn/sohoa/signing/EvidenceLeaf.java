package vn.sohoa.signing;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.tsp.ers.ERSCachingData;
import org.bouncycastle.tsp.ers.ERSData;
import org.bouncycastle.tsp.ers.ERSDataGroup;
import vn.sohoa.dossier.Sha256;

/** What one record proves, as a leaf of the tree of hashes: one hash, or those of a group whatever their order. */
record EvidenceLeaf(List<byte[]> hashes, EvidenceHash kind) {

    private static final HexFormat HEX = HexFormat.of();

    static EvidenceLeaf of(List<Sha256> group) {
        List<byte[]> hashes =
                group.stream().distinct().map(hash -> HEX.parseHex(hash.hex())).toList();
        return new EvidenceLeaf(hashes, EvidenceHash.FIRST);
    }

    /**
     * Hash-tree renewal (RFC 4998, 5.3): each object, hashed anew, with all the time-stamps before.
     *
     * @param before the chains before the new one
     */
    static EvidenceLeaf anew(ArchiveTimeStampSequence before, Evidence.Renewal record) throws IOException {
        EvidenceHash kind = EvidenceHash.STRONG;
        byte[] earlier = kind.of(before.getEncoded(ASN1Encoding.DER));
        Map<Sha256, byte[]> objects = new LinkedHashMap<>();
        for (int i = 0; i < record.strong().size(); i++) {
            objects.putIfAbsent(record.objects().get(i), kind.of(record.strong().get(i), earlier));
        }
        return new EvidenceLeaf(List.copyOf(objects.values()), kind);
    }

    ERSData data() {
        List<ERSData> all =
                hashes.stream().map(hash -> (ERSData) new Hashed(hash, kind)).toList();
        return all.size() == 1 ? all.get(0) : new ERSDataGroup(all);
    }

    String key() {
        return key(hashes);
    }

    /** The leaf that a reduced tree begins with; a tree of one leaf has none, and the time-stamp is over the leaf itself. */
    static String key(ArchiveTimeStamp stamp) {
        PartialHashtree leaf = stamp.getHashTreeLeaf();
        return key(leaf == null ? List.of(stamp.getTimeStampDigestValue()) : Arrays.asList(leaf.getValues()));
    }

    private static String key(List<byte[]> hashes) {
        return String.join(" ", hashes.stream().map(HEX::formatHex).sorted().toList());
    }

    /** An object whose hash is known: the store has read it back when it was put there. */
    private static final class Hashed extends ERSCachingData {
        private final byte[] hash;
        private final EvidenceHash kind;

        Hashed(byte[] hash, EvidenceHash kind) {
            this.hash = hash;
            this.kind = kind;
        }

        @Override
        protected byte[] calculateHash(DigestCalculator calculator, byte[] previousChains) {
            if (previousChains != null || !calculator.getAlgorithmIdentifier().equals(kind.identifier())) {
                throw new IllegalStateException("a hash of another kind");
            }
            return hash.clone();
        }
    }
}
