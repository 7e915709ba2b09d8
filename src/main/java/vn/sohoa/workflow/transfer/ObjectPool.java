package vn.sohoa.workflow.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectStore;

/** Objects of a back-up, each a file under its key, there whole or not at all. Safe for many threads. */
final class ObjectPool implements ObjectSource {
    private static final String DRAFTS = ".tmp";

    private final Path root;
    private final Set<Path> touched = new ConcurrentSkipListSet<>();

    ObjectPool(Path root) {
        this.root = root;
    }

    /** Removes what a back-up left that was cut off. */
    void tidy() {
        Path drafts = BackupFiles.folder(root.resolve(DRAFTS));
        BackupFiles.list(drafts).forEach(BackupFiles::remove);
    }

    /** Copies an object unless it is there; true if it was copied. */
    boolean keep(StoredObject object, ObjectStore source) {
        Path file = file(object);
        boolean there = BackupFiles.doing(file, () -> Files.isRegularFile(file) && Files.size(file) == object.bytes());
        if (there) {
            return false;
        }
        Path draft = root.resolve(DRAFTS).resolve(UUID.randomUUID().toString());
        try {
            source.copyTo(new ObjectKey(object.key()), object.sha256(), draft);
            BackupFiles.sync(draft);
            Path folder = BackupFiles.folder(file.resolveSibling("").normalize());
            BackupFiles.doing(
                    file,
                    () -> Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
            touched.add(folder);
        } finally {
            BackupFiles.remove(draft);
        }
        return true;
    }

    /** Everything kept so far is on the disk when this returns. */
    void sync() {
        Set<Path> folders = new TreeSet<>();
        for (Path folder : touched) {
            for (Path each = folder; each != null && each.startsWith(root); each = each.getParent()) {
                folders.add(each);
            }
        }
        folders.forEach(BackupFiles::sync);
        touched.clear();
    }

    @Override
    public void deliver(StoredObject object, ObjectStore target) {
        verify(object);
        target.adopt(new ObjectKey(object.key()), object.sha256(), file(object));
    }

    /** Reads an object again. Problem: BACKUP_DAMAGED. */
    void verify(StoredObject object) {
        Path file = file(object);
        try {
            if (Files.size(file) == object.bytes() && BackupFiles.hash(file).equals(object.sha256())) {
                return;
            }
        } catch (IOException broken) {
            throw new DigitisationException(Problem.BACKUP_DAMAGED, object.key(), broken);
        }
        throw new DigitisationException(Problem.BACKUP_DAMAGED, object.key());
    }

    private Path file(StoredObject object) {
        return root.resolve(new ObjectKey(object.key()).value());
    }
}
