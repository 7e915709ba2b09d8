package vn.sohoa.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vn.sohoa.catalog.PortalBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Writes payloads into a folder, one file each; the same event again replaces its own file. */
final class FolderSyncClient implements SyncClient {
    private final Path folder;

    FolderSyncClient(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<PortalBook.Fault> send(String name, byte[] payload) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            Files.write(part, payload);
            Files.move(
                    part,
                    folder.resolve(name + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return List.of();
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }
}
