package vn.sohoa.workflow.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.catalog.NamedObject;
import vn.sohoa.catalog.TableDump;
import vn.sohoa.catalog.TableFacts;
import vn.sohoa.catalog.TableTransfer;
import vn.sohoa.catalog.Tables;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/** The files of one snapshot. The manifest comes last and names every other file by its hash; its own hash stands beside it. */
final class SnapshotFiles {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonMapper LINES = JsonMapper.builder().build();
    private static final String MANIFEST = "manifest.json";
    private static final String OBJECTS = "objects.jsonl.gz";

    private final Path folder;

    SnapshotFiles(Path folder) {
        this.folder = folder;
    }

    private Path tables() {
        return folder.resolve("tables");
    }

    /** Writes rows and the list of objects as the database has them at one instant. */
    BackupManifest write(TableTransfer.Snapshot snapshot, String at, String pool) {
        BackupFiles.folder(tables());
        List<TableFacts> facts = TableDump.write(snapshot, tables());
        AtomicLong count = new AtomicLong();
        AtomicLong bytes = new AtomicLong();
        TableDump.writeLines(
                folder.resolve(OBJECTS),
                lines -> snapshot.objects(object -> {
                    lines.accept(LINES.writeValueAsString(object));
                    count.incrementAndGet();
                    bytes.addAndGet(object.object().bytes());
                }));
        TableTransfer.ChainEnd end = snapshot.chainEnd();
        return new BackupManifest(
                BackupManifest.FORMAT,
                at,
                snapshot.schema(),
                pool,
                facts,
                count.get(),
                bytes.get(),
                end.entries(),
                end.hash(),
                hashes());
    }

    void seal(BackupManifest manifest) {
        byte[] text = JSON.writeValueAsBytes(manifest);
        BackupFiles.write(folder.resolve(MANIFEST), text);
        BackupFiles.write(folder.resolve(MANIFEST + ".sha256"), beside(text));
        BackupFiles.sync(tables());
        BackupFiles.sync(folder);
    }

    /** As {@code sha256sum -c} reads it. */
    private static byte[] beside(byte[] manifest) {
        return (Sha256.of(manifest) + "  " + MANIFEST + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private SortedMap<String, String> hashes() {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : BackupFiles.list(tables())) {
            hashes.put("tables/" + BackupFolder.name(file), hash(file));
        }
        hashes.put(OBJECTS, hash(folder.resolve(OBJECTS)));
        return hashes;
    }

    private static String hash(Path file) {
        return BackupFiles.doing(file, () -> BackupFiles.hash(file)).hex();
    }

    /** The manifest, if it is the one that was written. Problem: BACKUP_DAMAGED. */
    BackupManifest manifest() {
        try {
            byte[] text = Files.readAllBytes(folder.resolve(MANIFEST));
            byte[] said = Files.readAllBytes(folder.resolve(MANIFEST + ".sha256"));
            BackupManifest manifest = JSON.readValue(text, BackupManifest.class);
            if (!Arrays.equals(said, beside(text)) || manifest.format() != BackupManifest.FORMAT) {
                throw damaged(MANIFEST);
            }
            return manifest;
        } catch (IOException | JacksonException broken) {
            throw new DigitisationException(Problem.BACKUP_DAMAGED, BackupFolder.name(folder) + ' ' + MANIFEST, broken);
        }
    }

    /** Reads every file again. Problem: BACKUP_DAMAGED. */
    void verify(BackupManifest manifest) {
        manifest.files().forEach((name, hash) -> {
            try {
                if (!BackupFiles.hash(folder.resolve(name)).hex().equals(hash)) {
                    throw damaged(name);
                }
            } catch (IOException broken) {
                throw new DigitisationException(Problem.BACKUP_DAMAGED, BackupFolder.name(folder) + ' ' + name, broken);
            }
        });
        TableDump.verify(tables(manifest), manifest.tables());
        AtomicLong count = new AtomicLong();
        objects(object -> count.incrementAndGet());
        if (count.get() != manifest.objects()) {
            throw damaged(OBJECTS);
        }
    }

    Tables tables(BackupManifest manifest) {
        return TableDump.open(tables(), manifest.schema(), manifest.tables());
    }

    void objects(Consumer<NamedObject> action) {
        TableDump.readLines(folder.resolve(OBJECTS), line -> action.accept(LINES.readValue(line, NamedObject.class)));
    }

    private DigitisationException damaged(String name) {
        return new DigitisationException(Problem.BACKUP_DAMAGED, BackupFolder.name(folder) + ' ' + name);
    }
}
