package vn.sohoa.signing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;

/**
 * Keeps signatures and bytes provable when certificates and time-stamps lapse (Circular 05/2025/TT-BNV, Article 26; R-41). Needs a
 * time-stamp authority. Safe for many threads.
 *
 * <p>Problems: TSA_UNAVAILABLE, REVOCATION_UNAVAILABLE, ADDRESS_NOT_ALLOWED; CONFIGURATION_INVALID without an authority.
 */
public interface ProofKeeper {

    /** Most data groups under one time-stamp: building is cubic. */
    int LARGEST_SET = 500;

    /**
     * Appends to a signed PDF what its signatures lack up to LTA, or one more archive time-stamp; the bytes that were there are an
     * unchanged prefix.
     *
     * @param target a new file; nothing is left there unless the result has been checked
     * @return what our check says of the result
     * @throws vn.sohoa.dossier.DigitisationException NOT_SIGNABLE if the signatures in it are not in order, else as above
     */
    SignatureReport raise(Path file, Path target);

    /** When the newest time-stamp in a signed PDF ends: its certificate, or an algorithm as stated. Empty without any. */
    Optional<Instant> lapses(Path file);

    /**
     * One time-stamp over many groups of objects (RFC 4998), each checked by another library than made it.
     *
     * @param groups the hashes of the objects that belong together, at most {@link #LARGEST_SET} groups
     * @return one record for each group, in the same order
     */
    List<Evidence> evidence(List<List<Sha256>> groups);

    /**
     * Adds one more time-stamp to each record, one request for all of a kind; to be done while the last one is good. Where SHA-512 of
     * the objects is given and the record rests on SHA-256, by hash-tree renewal (RFC 4998, 5.3).
     */
    List<Evidence> renew(List<Evidence.Renewal> records);

    /**
     * How far proof reaches that is made now.
     *
     * @param stamps end of a time-stamp: renewing what lasts as long would gain nothing
     * @param hashes end of the hashes of new records, if the operator has stated one
     */
    record Reach(Instant stamps, Optional<Instant> hashes) {}

    /** Asks the authority for one time-stamp to see. */
    Reach reach();

    /** What a record rests on; all but FIRST are renewed and checked with SHA-512 of the objects. */
    Evidence.Hashes hashes(byte[] record, Instant before);

    /** Whether a record proves these objects: nothing more, nothing less. */
    boolean proves(Evidence.Renewal record);

    /** As above, for a record on SHA-256. */
    default boolean proves(byte[] record, List<Sha256> objects) {
        return proves(new Evidence.Renewal(record, objects));
    }
}
