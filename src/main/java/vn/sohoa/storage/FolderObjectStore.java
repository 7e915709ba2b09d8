package vn.sohoa.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.function.Consumer;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Retention;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;

/**
 * Objects as read-only files of one folder. A put goes: temporary file in the same file system, fsync, link to the final name
 * without replacing, fsync of the folder, re-read and compare. A crash leaves at most a temporary file, which nobody reads and
 * which goes when it is a day old.
 */
final class FolderObjectStore implements ObjectStore {

    private final Path root;
    private final Path temporaries;
    private final KeyedNames names;
    private final DurableFiles files;

    FolderObjectStore(Path root, KeyedNames names, DurableFiles files, Clock clock) {
        this.root = root.toAbsolutePath();
        this.temporaries = this.root.resolve(".tmp");
        this.names = names;
        this.files = files;
        try {
            files.folders(temporaries);
            files.sweep(temporaries, clock.instant());
        } catch (IOException e) {
            throw unavailable("open", e);
        }
    }

    @Override
    public StoredObject put(AgencyCode agency, ObjectRole role, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return put(agency, role, in);
        } catch (IOException e) {
            throw unavailable("put of " + role, e);
        }
    }

    @Override
    public StoredObject put(AgencyCode agency, ObjectRole role, byte[] bytes) {
        try {
            return put(agency, role, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw unavailable("put of " + role, e);
        }
    }

    private StoredObject put(AgencyCode agency, ObjectRole role, InputStream in) throws IOException {
        Path temporary = files.temporary(temporaries);
        try {
            MessageDigest digest = Sha256.digest();
            long length = files.write(in, temporary, digest);
            Sha256 sha256 = Sha256.of(digest);
            ObjectKey key = names.name(agency, role, sha256);
            keep(temporary, path(key));
            check(key, sha256, length);
            return new StoredObject(role.name(), key.value(), sha256, length);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public void adopt(ObjectKey key, Sha256 expected, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            adopt(key, expected, in);
        } catch (IOException e) {
            throw unavailable("adoption of " + key, e);
        }
    }

    @Override
    public void adopt(ObjectKey key, Sha256 expected, byte[] bytes) {
        try {
            adopt(key, expected, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw unavailable("adoption of " + key, e);
        }
    }

    private void adopt(ObjectKey key, Sha256 expected, InputStream in) throws IOException {
        Path temporary = files.temporary(temporaries);
        try {
            MessageDigest digest = Sha256.digest();
            long length = files.write(in, temporary, digest);
            if (!Sha256.of(digest).equals(expected)) {
                throw corrupt(key, "came with other bytes than the catalogue says");
            }
            keep(temporary, path(key));
            check(key, expected, length);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void keep(Path temporary, Path target) throws IOException {
        Path folder = DurableFiles.parent(target);
        files.folders(folder);
        files.seal(temporary);
        try {
            files.publish(temporary, target);
        } catch (FileAlreadyExistsException held) {
            DurableFiles.sync(folder); // whoever put it may have died before his own fsync
        }
    }

    private void check(ObjectKey key, Sha256 expected, long length) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path(key)), Sha256.digest())) {
            long found = in.transferTo(java.io.OutputStream.nullOutputStream());
            if (found != length || !Sha256.of(in.getMessageDigest()).equals(expected)) {
                throw corrupt(key, "reads back differently");
            }
        }
    }

    @Override
    public void copyTo(ObjectKey key, Sha256 expected, Path target) {
        try (InputStream in = open(key)) {
            Path temporary = files.temporary(DurableFiles.parent(target));
            try {
                MessageDigest digest = Sha256.digest();
                files.write(in, temporary, digest);
                if (!Sha256.of(digest).equals(expected)) {
                    throw corrupt(key, "is not what the catalogue says");
                }
                files.publish(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException taken) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, "copy of object " + key, taken);
        } catch (IOException e) {
            throw unavailable("copy of " + key, e);
        }
    }

    @Override
    public byte[] read(ObjectKey key, Sha256 expected) {
        try (InputStream in = open(key)) {
            byte[] bytes = in.readAllBytes();
            if (!Sha256.of(bytes).equals(expected)) {
                throw corrupt(key, "is not what the catalogue says");
            }
            return bytes;
        } catch (IOException e) {
            throw unavailable("reading of " + key, e);
        }
    }

    private InputStream open(ObjectKey key) throws IOException {
        try {
            return Files.newInputStream(path(key), LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            if (!Files.isDirectory(temporaries)) {
                throw missing; // not the object but the whole store is gone: a disk that is not mounted
            }
            throw corrupt(key, "is missing");
        }
    }

    @Override
    public boolean contains(ObjectKey key) {
        return Files.isRegularFile(path(key), LinkOption.NOFOLLOW_LINKS);
    }

    /** A folder cannot keep its owner from removing a file; what it can do is to say at once that the file is gone. */
    @Override
    public void retain(ObjectKey key, Retention retention) {
        try {
            open(key).close();
        } catch (IOException e) {
            throw unavailable("retention of " + key, e);
        }
    }

    @Override
    public void discard(ObjectKey key) {
        try {
            if (Files.deleteIfExists(path(key))) {
                DurableFiles.sync(DurableFiles.parent(path(key)));
            }
        } catch (IOException e) {
            throw unavailable("removal of " + key, e);
        }
    }

    @Override
    public void forEach(Consumer<ObjectKey> action) throws IOException {
        for (ObjectRole role : ObjectRole.values()) {
            Path folder = root.resolve(KeyedNames.folder(role));
            if (Files.isDirectory(folder)) {
                forEach(folder, action);
            }
        }
    }

    private static void forEach(Path role, Consumer<ObjectKey> action) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(role, "[0-9a-f][0-9a-f]")) {
            for (Path folder : folders) {
                try (DirectoryStream<Path> objects =
                        Files.newDirectoryStream(folder, file -> isObjectName(file.getFileName()))) {
                    for (Path object : objects) {
                        action.accept(new ObjectKey(
                                role.getFileName() + "/" + folder.getFileName() + "/" + object.getFileName()));
                    }
                }
            }
        }
    }

    private static boolean isObjectName(Path name) {
        return name.toString().matches("[0-9a-f]{62}");
    }

    private Path path(ObjectKey key) {
        return root.resolve(key.value());
    }

    private static DigitisationException corrupt(ObjectKey key, String what) {
        return new DigitisationException(Problem.STORE_CORRUPT, "object " + key + ' ' + what);
    }

    private DigitisationException unavailable(String what, IOException e) {
        return new DigitisationException(
                Problem.STORE_UNAVAILABLE,
                what + " in folder " + root + ": " + e.getClass().getSimpleName(),
                e);
    }
}
