package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectRole;
import vn.sohoa.storage.ObjectStore;

/** Lends the bytes of a master as a private file, re-hashed on the way out of the store. */
@Component
public class Masters {
    private final ObjectStore store;
    private final Path folder;

    Masters(ObjectStore store, WorkFolders folders) {
        this.store = store;
        this.folder = folders.working();
    }

    /** Runs the work on a copy of the master, which is gone afterwards. */
    public <T> T with(Document paper, Function<Path, T> work) {
        StoredObject master = paper.object(ObjectRole.MASTER.name())
                .orElseThrow(() -> new DigitisationException(Problem.STORE_CORRUPT, "no master of " + paper.id()));
        Path copy = folder.resolve(UUID.randomUUID().toString());
        try {
            store.copyTo(new ObjectKey(master.key()), master.sha256(), copy);
            return work.apply(copy);
        } finally {
            remove(copy);
        }
    }

    /** A new name for a file of our own in the working folder. */
    Path fresh(String ending) {
        return folder.resolve(UUID.randomUUID() + ending);
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "working folder", cannot);
        }
    }
}
