package vn.sohoa.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.ers.ERSArchiveTimeStamp;
import org.bouncycastle.tsp.ers.ERSEvidenceRecord;
import org.bouncycastle.tsp.ers.ERSEvidenceRecordGenerator;
import org.bouncycastle.tsp.ers.ERSException;
import vn.sohoa.dossier.Sha256;

/** Makes and renews evidence records (RFC 4998). */
final class EvidenceRecords {

    private final EvidenceTree tree;

    EvidenceRecords(EvidenceTree tree) {
        this.tree = tree;
    }

    /** In the order of the groups. Groups that are equal share a record. */
    List<Evidence> make(List<List<Sha256>> groups) throws TSPException, ERSException, IOException {
        List<EvidenceLeaf> leaves = groups.stream().map(EvidenceLeaf::of).toList();
        Map<String, ERSArchiveTimeStamp> stamps = tree.stamp(leaves, EvidenceHash.FIRST);
        ERSEvidenceRecordGenerator generator = new ERSEvidenceRecordGenerator(tree.digests());
        List<Evidence> records = new ArrayList<>();
        for (EvidenceLeaf leaf : leaves) {
            ERSArchiveTimeStamp stamp = EvidenceTree.of(leaf, stamps);
            ERSEvidenceRecord record = generator.generate(stamp);
            record.validatePresent(leaf.data(), stamp.getGenTime());
            records.add(tree.evidence(record.toASN1Structure(), stamp));
        }
        return records;
    }

    /** In the order of the records; one request for all that are renewed alike. */
    List<Evidence> renew(List<Evidence.Renewal> records) throws TSPException, ERSException, IOException {
        Map<Way, List<Integer>> ways = new EnumMap<>(Way.class);
        for (int i = 0; i < records.size(); i++) {
            ways.computeIfAbsent(Way.of(records.get(i)), way -> new ArrayList<>())
                    .add(i);
        }
        Evidence[] renewed = new Evidence[records.size()];
        for (Map.Entry<Way, List<Integer>> each : ways.entrySet()) {
            renew(each.getKey(), each.getValue(), records, renewed);
        }
        return List.of(renewed);
    }

    private void renew(Way way, List<Integer> places, List<Evidence.Renewal> records, Evidence[] renewed)
            throws TSPException, ERSException, IOException {
        List<EvidenceLeaf> leaves = new ArrayList<>();
        for (int place : places) {
            leaves.add(way.leaf(records.get(place)));
        }
        Map<String, ERSArchiveTimeStamp> stamps = tree.stamp(leaves, way.hash);
        for (int i = 0; i < leaves.size(); i++) {
            int place = places.get(i);
            ERSArchiveTimeStamp stamp = EvidenceTree.of(leaves.get(i), stamps);
            EvidenceRecord longer =
                    parsed(records.get(place)).addArchiveTimeStamp(stamp.toASN1Structure(), way == Way.TREE);
            renewed[place] = tree.evidence(longer, stamp);
        }
    }

    private static EvidenceRecord parsed(Evidence.Renewal record) {
        return EvidenceRecord.getInstance(record.record());
    }

    /** How a record is renewed. */
    private enum Way {
        STAMP(EvidenceHash.FIRST),
        STRONG_STAMP(EvidenceHash.STRONG),
        TREE(EvidenceHash.STRONG);

        private final EvidenceHash hash;

        Way(EvidenceHash hash) {
            this.hash = hash;
        }

        static Way of(Evidence.Renewal record) {
            if (EvidenceHash.of(parsed(record)) == EvidenceHash.STRONG) {
                return STRONG_STAMP;
            }
            return record.strong().isEmpty() ? STAMP : TREE;
        }

        /**
         * Time-stamp renewal (RFC 4998, 5.2): the new time-stamp covers the one before, and stands in the same chain. Hash-tree
         * renewal begins a chain of its own.
         */
        EvidenceLeaf leaf(Evidence.Renewal record) throws IOException {
            EvidenceRecord parsed = parsed(record);
            if (this != TREE) {
                byte[] stamp = EvidenceHash.last(parsed).getTimeStamp().getEncoded(ASN1Encoding.DER);
                return new EvidenceLeaf(List.of(hash.of(stamp)), hash);
            }
            return EvidenceLeaf.anew(parsed.getArchiveTimeStampSequence(), record);
        }
    }
}
