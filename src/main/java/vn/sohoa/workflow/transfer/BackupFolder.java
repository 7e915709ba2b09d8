package vn.sohoa.workflow.transfer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The folder that back-ups go to.
 *
 * <pre>
 * objects-202611/master/3f/…           objects under their keys, written once, shared by many snapshots
 * snapshots/20261122T013000Z/          manifest.json, manifest.json.sha256, objects.jsonl.gz, tables/document.jsonl.gz …
 * snapshots/.20261122T013000Z.tmp/     one that was cut off; the next back-up removes it
 * </pre>
 */
final class BackupFolder implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);
    private static final Pattern SNAPSHOT = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final Pattern POOL = Pattern.compile("objects-(\\d{6})(?:-(\\d+))?");

    private final Path root;
    private final @Nullable FileLock lock;

    private BackupFolder(Path root, @Nullable FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** For reading. Problem: NOT_FOUND. */
    static BackupFolder of(Path root) {
        if (!Files.isDirectory(root.resolve("snapshots"))) {
            throw new DigitisationException(
                    Problem.NOT_FOUND, root.resolve("snapshots").toString());
        }
        return new BackupFolder(root, null);
    }

    /** For writing, by one process at a time. Problem: ANOTHER_RUN. */
    static BackupFolder lock(Path root) {
        return BackupFiles.doing(root, () -> {
            BackupFiles.folder(root.resolve("snapshots"));
            FileChannel channel =
                    FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new BackupFolder(root, lock);
                }
            } catch (OverlappingFileLockException another) {
                // in this very process
            }
            channel.close();
            throw new DigitisationException(Problem.ANOTHER_RUN, root.toString());
        });
    }

    /** Whole snapshots, the oldest first. */
    List<Path> snapshots() {
        return BackupFiles.list(root.resolve("snapshots")).stream()
                .filter(folder -> SNAPSHOT.matcher(name(folder)).matches())
                .toList();
    }

    boolean has(Instant at) {
        return Files.exists(root.resolve("snapshots").resolve(NAME.format(at)));
    }

    /** Problem: NOT_FOUND. */
    Path snapshot(Optional<String> at) {
        List<Path> found = snapshots().stream()
                .filter(folder -> at.map(wanted -> wanted.equals(name(folder))).orElse(true))
                .toList();
        if (found.isEmpty()) {
            throw new DigitisationException(Problem.NOT_FOUND, at.orElse("snapshots"));
        }
        return found.get(found.size() - 1);
    }

    /** An empty folder for a snapshot in the making; what earlier ones left is removed. */
    Path draft(Instant at) {
        for (Path left : BackupFiles.list(root.resolve("snapshots"))) {
            if (name(left).endsWith(".tmp")) {
                BackupFiles.removeAll(left);
            }
        }
        return BackupFiles.folder(root.resolve("snapshots").resolve('.' + NAME.format(at) + ".tmp"));
    }

    /** From now on the draft is a whole snapshot. */
    Path publish(Path draft) {
        String name = name(draft).substring(1).replace(".tmp", "");
        Path whole = draft.resolveSibling(name);
        BackupFiles.doing(whole, () -> Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE));
        BackupFiles.sync(root.resolve("snapshots"));
        return whole;
    }

    Path pool(String name) {
        if (!POOL.matcher(name).matches()) {
            throw new DigitisationException(Problem.BACKUP_DAMAGED, "pool " + name);
        }
        return root.resolve(name);
    }

    /**
     * The pool that objects go into: the newest, or a new one where a full back-up is wanted or there is none. A full back-up that
     * was cut off goes on in the pool it had begun.
     */
    String choosePool(boolean full, Instant at, Predicate<String> named) {
        List<String> pools = BackupFiles.list(root).stream()
                .map(BackupFolder::name)
                .filter(name -> POOL.matcher(name).matches())
                .sorted(Comparator.comparing(BackupFolder::month).thenComparing(BackupFolder::number))
                .toList();
        String fresh = "objects-" + MONTH.format(at);
        if (pools.isEmpty()) {
            return fresh;
        }
        String newest = pools.get(pools.size() - 1);
        if (!full || !named.test(newest)) {
            return newest;
        }
        return pools.contains(fresh) ? fresh + '-' + (number(newest) + 1) : fresh;
    }

    private static String month(String pool) {
        return match(pool).group(1);
    }

    private static int number(String pool) {
        return Optional.ofNullable(match(pool).group(2)).map(Integer::parseInt).orElse(1);
    }

    private static Matcher match(String pool) {
        Matcher matcher = POOL.matcher(pool);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no pool: " + pool);
        }
        return matcher;
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() {
        if (lock != null) {
            try {
                lock.acquiredBy().close();
            } catch (IOException cannot) {
                throw new DigitisationException(Problem.STORE_UNAVAILABLE, root.toString(), cannot);
            }
        }
    }
}
