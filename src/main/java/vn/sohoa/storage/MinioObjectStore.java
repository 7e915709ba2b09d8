package vn.sohoa.storage;

import io.minio.messages.RetentionMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Retention;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.StoredObject;

/**
 * Objects in a bucket of an S3-compatible server. Nothing that the server says of its bytes is taken: they are hashed while they
 * are staged, read again after the put and hashed again. In a bucket with versions somebody may plant other bytes or a delete
 * marker over a locked master; then the version that hashes right is served all the same.
 */
final class MinioObjectStore implements ObjectStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MinioObjectStore.class);

    private final S3Connection connection;
    private final S3Bucket bucket;
    private final S3Settings settings;
    private final KeyedNames names;
    private final Clock clock;
    private final boolean once;
    private final DurableFiles files = new DurableFiles();
    private final Path staging;

    /** @param once whether the store was seen to refuse a second put under {@code If-None-Match: *} */
    MinioObjectStore(
            S3Connection connection,
            S3Bucket bucket,
            S3Settings settings,
            KeyedNames names,
            Clock clock,
            boolean once) {
        this.connection = connection;
        this.bucket = bucket;
        this.settings = settings;
        this.names = names;
        this.clock = clock;
        this.once = once;
        this.staging = settings.working().toAbsolutePath().resolve("staging");
        try {
            files.folders(staging);
            files.sweep(staging, clock.instant());
        } catch (IOException e) {
            throw local("staging folder", e);
        }
    }

    @Override
    public StoredObject put(AgencyCode agency, ObjectRole role, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return put(agency, role, in);
        } catch (IOException e) {
            throw local("put of " + role, e);
        }
    }

    @Override
    public StoredObject put(AgencyCode agency, ObjectRole role, byte[] bytes) {
        try {
            return put(agency, role, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw local("put of " + role, e);
        }
    }

    private StoredObject put(AgencyCode agency, ObjectRole role, InputStream in) throws IOException {
        return staged(in, staged -> {
            ObjectKey key = names.name(agency, role, staged.sha256());
            keep(key, staged);
            return new StoredObject(role.name(), key.value(), staged.sha256(), staged.length());
        });
    }

    @Override
    public void adopt(ObjectKey key, Sha256 expected, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            adopt(key, expected, in);
        } catch (IOException e) {
            throw local("adoption of " + key, e);
        }
    }

    @Override
    public void adopt(ObjectKey key, Sha256 expected, byte[] bytes) {
        try {
            adopt(key, expected, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw local("adoption of " + key, e);
        }
    }

    private void adopt(ObjectKey key, Sha256 expected, InputStream in) throws IOException {
        staged(in, staged -> {
            if (!staged.sha256().equals(expected)) {
                throw corrupt(key, "came with other bytes than the catalogue says");
            }
            keep(key, staged);
            return key;
        });
    }

    private record Staged(Path file, Sha256 sha256, long length) {}

    /** Works on a private copy whose hash was taken while it was written. */
    private <T> T staged(InputStream in, Function<Staged, T> work) throws IOException {
        Path file = files.temporary(staging);
        try {
            MessageDigest digest = Sha256.digest();
            long length = files.write(in, file, digest);
            return work.apply(new Staged(file, Sha256.of(digest), length));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void keep(ObjectKey key, Staged staged) {
        if (!bucket.shows(key.value())) {
            bucket.put(key.value(), staged.file(), staged.length(), once);
        }
        right(key, staged.sha256(), body -> body.transferTo(OutputStream.nullOutputStream()));
    }

    @Override
    public void copyTo(ObjectKey key, Sha256 expected, Path target) {
        try {
            Path temporary = files.temporary(DurableFiles.parent(target));
            try {
                right(key, expected, in -> files.write(in, temporary, Sha256.digest()));
                files.publish(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException taken) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, "copy of object " + key, taken);
        } catch (IOException e) {
            throw local("copy of " + key, e);
        }
    }

    @Override
    public byte[] read(ObjectKey key, Sha256 expected) {
        return right(key, expected, InputStream::readAllBytes);
    }

    private record Taken<T>(Sha256 sha256, T value) {}

    /** The newest version if it hashes right, else the oldest that does: what was planted came later. */
    private <T> T right(ObjectKey key, Sha256 expected, S3Bucket.Taking<T> taking) {
        Optional<Taken<T>> newest = hashed(key, null, taking);
        if (newest.isPresent() && newest.get().sha256().equals(expected)) {
            return newest.get().value();
        }
        List<S3Bucket.Version> versions = new ArrayList<>(bytes(key));
        Collections.reverse(versions);
        for (S3Bucket.Version version : versions) {
            Optional<Taken<T>> older = hashed(key, version.id(), taking);
            if (older.isPresent() && older.get().sha256().equals(expected)) {
                LOG.warn("object {}: the newest version is not the right one; an older one was served", key);
                return older.get().value();
            }
        }
        throw corrupt(key, versions.isEmpty() ? "is missing" : "is not what the catalogue says");
    }

    private <T> Optional<Taken<T>> hashed(ObjectKey key, @Nullable String version, S3Bucket.Taking<T> taking) {
        return bucket.get(key.value(), version, in -> {
            DigestInputStream digesting = new DigestInputStream(in, Sha256.digest());
            T value = taking.take(digesting);
            return new Taken<>(Sha256.of(digesting.getMessageDigest()), value);
        });
    }

    /** The versions that are no delete markers, the oldest last. */
    private List<S3Bucket.Version> bytes(ObjectKey key) {
        return bucket.versions(key.value()).stream().filter(v -> !v.marker()).toList();
    }

    @Override
    public boolean contains(ObjectKey key) {
        return bucket.shows(key.value()) || !bytes(key).isEmpty();
    }

    /** Locks every version there is: which one is right only its reader can tell, and one of them is. */
    @Override
    public void retain(ObjectKey key, Retention retention) {
        List<S3Bucket.Version> versions = bytes(key);
        if (versions.isEmpty()) {
            throw corrupt(key, "is missing");
        }
        if (settings.lock() != S3Settings.Lock.NONE) {
            versions.forEach(version -> retain(version, retention));
        }
    }

    private void retain(S3Bucket.Version version, Retention retention) {
        Instant until = retention.until().truncatedTo(ChronoUnit.SECONDS);
        S3Bucket.Lock now = bucket.lock(version).orElseThrow(() -> changed(version));
        Instant later = now.until() == null || now.until().isBefore(until) ? until : now.until();
        boolean strict = settings.lock() == S3Settings.Lock.COMPLIANCE || now.mode() == RetentionMode.COMPLIANCE;
        RetentionMode mode = strict ? RetentionMode.COMPLIANCE : RetentionMode.GOVERNANCE;
        boolean over = !later.isAfter(clock.instant());
        if (!over && !(later.equals(now.until()) && mode == now.mode())) {
            bucket.lock(version, mode, later);
        }
        if (retention.permanent() && !now.hold()) {
            bucket.hold(version);
        }
        S3Bucket.Lock laid = bucket.lock(version).orElseThrow(() -> changed(version));
        boolean dated = over || (later.equals(laid.until()) && mode == laid.mode());
        if (!dated || (retention.permanent() && !laid.hold())) {
            throw new DigitisationException(
                    Problem.STORE_UNAVAILABLE, "lock of " + version.key() + " in " + settings + ": not laid");
        }
    }

    private DigitisationException changed(S3Bucket.Version version) {
        return new DigitisationException(
                Problem.STORE_UNAVAILABLE, "lock of " + version.key() + " in " + settings + ": changed meanwhile");
    }

    @Override
    public void discard(ObjectKey key) {
        List<S3Bucket.Version> all = bucket.versions(key.value());
        Instant now = clock.instant();
        boolean locked = settings.lock() != S3Settings.Lock.NONE
                && all.stream()
                        .filter(version -> !version.marker())
                        .flatMap(version -> bucket.lock(version).stream())
                        .anyMatch(lock -> lock.holdsAt(now));
        if (locked) {
            throw new DigitisationException(Problem.STORE_LOCKED, "object " + key);
        }
        all.forEach(bucket::remove);
    }

    @Override
    public void forEach(Consumer<ObjectKey> action) {
        for (ObjectRole role : ObjectRole.values()) {
            String last = "";
            String prefix = KeyedNames.folder(role) + '/';
            String after = null;
            do {
                S3Bucket.Page page = bucket.page(prefix, after);
                for (S3Bucket.Version version : page.versions()) {
                    if (!version.marker() && version.key().compareTo(last) > 0 && ObjectKey.isOne(version.key())) {
                        last = version.key();
                        action.accept(new ObjectKey(last));
                    }
                }
                after = page.next();
            } while (after != null);
        }
    }

    private static DigitisationException corrupt(ObjectKey key, String what) {
        return new DigitisationException(Problem.STORE_CORRUPT, "object " + key + ' ' + what);
    }

    private static DigitisationException local(String what, IOException e) {
        return new DigitisationException(
                Problem.STORE_UNAVAILABLE, what + ": " + e.getClass().getSimpleName(), e);
    }

    @Override
    public void close() {
        connection.close();
    }
}
