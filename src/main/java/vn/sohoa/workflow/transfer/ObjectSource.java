package vn.sohoa.workflow.transfer;

import java.nio.file.Path;
import java.util.UUID;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectStore;

/** Where objects come from. Safe for many threads. */
interface ObjectSource {
    /** Larger ones go through a file. */
    long IN_MEMORY = 8 << 20;

    /** Hands an object over, its hash compared on the way. */
    void deliver(StoredObject object, ObjectStore target);

    /** Out of another store. */
    static ObjectSource of(ObjectStore source, Path working) {
        return (object, target) -> {
            ObjectKey key = new ObjectKey(object.key());
            if (object.bytes() <= IN_MEMORY) {
                target.adopt(key, object.sha256(), source.read(key, object.sha256()));
                return;
            }
            Path copy = working.resolve(UUID.randomUUID().toString());
            try {
                source.copyTo(key, object.sha256(), copy);
                target.adopt(key, object.sha256(), copy);
            } finally {
                BackupFiles.remove(copy);
            }
        };
    }
}
