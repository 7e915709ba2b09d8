package vn.sohoa.signing;

import java.time.Instant;
import java.util.List;
import vn.sohoa.dossier.Sha256;

/**
 * An evidence record (bản ghi chứng cứ, RFC 4998).
 *
 * @param record DER
 * @param madeAt time of its last time-stamp
 * @param lapsesAt when the certificate of that time-stamp ends: renew before
 */
public record Evidence(byte[] record, Instant madeAt, Instant lapsesAt) {

    /**
     * A record to renew, and what it proves.
     *
     * @param strong SHA-512 of each object, in the order of {@code objects}; empty where {@link ProofKeeper#hashes} does not ask for it
     */
    public record Renewal(byte[] record, List<Sha256> objects, List<byte[]> strong) {

        public Renewal {
            objects = List.copyOf(objects);
            strong = List.copyOf(strong);
            if (!strong.isEmpty() && strong.size() != objects.size()) {
                throw new IllegalArgumentException(strong.size() + " hashes of " + objects.size() + " objects");
            }
        }

        public Renewal(byte[] record, List<Sha256> objects) {
            this(record, objects, List.of());
        }
    }

    /** What a record rests on. */
    public enum Hashes {
        /** SHA-256, and good. */
        FIRST,
        /** A way of hashing that ends soon: the objects have to be hashed anew (RFC 4998, 5.3). */
        AGEING,
        /** SHA-512, after such a renewal. */
        STRONG
    }
}
