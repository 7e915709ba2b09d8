package vn.sohoa.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.Retention;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;

/** Content-addressed, write-once store. Stored means re-read and equal. All methods may be repeated; safe for many threads. */
public interface ObjectStore {

    /**
     * Puts the bytes of a file. The same bytes of the same agency and role give the same key and are stored once.
     *
     * @throws vn.sohoa.dossier.DigitisationException STORE_UNAVAILABLE, or STORE_CORRUPT if the bytes read back differ
     */
    StoredObject put(AgencyCode agency, ObjectRole role, Path file);

    /** Puts bytes in memory, likewise. */
    StoredObject put(AgencyCode agency, ObjectRole role, byte[] bytes);

    /**
     * Takes in an object of another store, or of a back-up, under the key it had there, which the catalogue names: whatever
     * secret keys are derived from here, and whichever agency it was put for. A key that is taken stays as it is.
     *
     * @throws vn.sohoa.dossier.DigitisationException STORE_CORRUPT if the bytes, or those found under the key, have another hash;
     *     STORE_UNAVAILABLE
     */
    void adopt(ObjectKey key, Sha256 expected, Path file);

    /** Takes in bytes in memory, likewise. */
    void adopt(ObjectKey key, Sha256 expected, byte[] bytes);

    /**
     * Copies an object to a new file while hashing it.
     *
     * @param expected the hash the catalogue holds
     * @throws vn.sohoa.dossier.DigitisationException STORE_CORRUPT if missing or different: nothing is left at {@code target}
     */
    void copyTo(ObjectKey key, Sha256 expected, Path target);

    /** The bytes of an object, hashed; problems as in {@link #copyTo}. */
    byte[] read(ObjectKey key, Sha256 expected);

    /** Whether an object is there; says nothing of its bytes. */
    boolean contains(ObjectKey key);

    /**
     * Locks an object against removal and change (thời hạn bảo quản; Circular 05/2025/TT-BNV). Laid on masters at the last legal
     * step, never before the secrecy check: a locked secret paper could not be moved any more. A lock already there is never
     * shortened or weakened. A store that cannot lock looks whether the object is there, and leaves the rest to the officers.
     *
     * @throws vn.sohoa.dossier.DigitisationException STORE_CORRUPT if the object is missing, STORE_UNAVAILABLE if the lock is not
     *     proved to lie
     */
    void retain(ObjectKey key, Retention retention);

    /**
     * Takes away an object that the catalogue no longer names: a secret paper's ordinary copy. Nothing there: nothing happens.
     *
     * @throws vn.sohoa.dossier.DigitisationException STORE_LOCKED if a lock forbids it; then nothing is taken away
     */
    void discard(ObjectKey key);

    /** Every key in the store, in no order. */
    void forEach(Consumer<ObjectKey> action) throws IOException;
}
