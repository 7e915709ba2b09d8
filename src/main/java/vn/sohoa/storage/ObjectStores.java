package vn.sohoa.storage;

import java.nio.file.Path;
import java.time.Clock;

/** Makes object stores for code that is wired by hand, such as tests and commands without a context. */
public final class ObjectStores {
    private ObjectStores() {}

    /**
     * A store in a folder, which is made if it is missing.
     *
     * @param indexKey secret that object keys are derived from, see {@link StoreKey}
     * @throws vn.sohoa.dossier.DigitisationException STORE_UNAVAILABLE if the folder cannot be used
     */
    public static ObjectStore folder(Path root, byte[] indexKey) {
        return folder(root, indexKey, Clock.systemUTC());
    }

    /** Likewise; the clock decides which left-over temporary files are old enough to go. */
    public static ObjectStore folder(Path root, byte[] indexKey, Clock clock) {
        return new FolderObjectStore(root, new KeyedNames(indexKey), new DurableFiles(), clock);
    }
}
