package vn.sohoa.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The live generation, open for searching without a lock, renewed when this or another process has written or rebuilt. A broken
 * generation is set aside. Safe for many threads.
 */
final class LiveReader {
    private static final int TRIES = 3;

    /** What is done with the index as it stands. */
    interface Use<T> {
        T with(DirectoryReader reader) throws IOException;
    }

    private final IndexFolder folder;
    private @Nullable Path generation;
    private @Nullable DirectoryReader reader;
    private boolean closed;

    LiveReader(IndexFolder folder) {
        this.folder = folder;
    }

    /** Uses the newest state; gives {@code empty} where there is no index. */
    <T> T use(T empty, Use<T> use) throws IOException {
        Optional<DirectoryReader> acquired = acquire();
        if (acquired.isEmpty()) {
            return empty;
        }
        DirectoryReader held = acquired.get();
        try {
            return use.with(held);
        } finally {
            held.decRef();
        }
    }

    private synchronized Optional<DirectoryReader> acquire() throws IOException {
        if (closed) {
            throw new AlreadyClosedException("the index is closed");
        }
        for (int i = 1; ; i++) {
            Optional<Path> live = folder.live();
            if (live.isEmpty()) {
                drop();
                return Optional.empty();
            }
            try {
                DirectoryReader newest = renew(live.get());
                newest.incRef();
                return Optional.of(newest);
            } catch (IOException e) {
                drop();
                if (!isBroken(e)) {
                    throw e;
                }
                if (i == TRIES || live.equals(folder.live())) { // else it was only swept after a rebuild
                    setAside(live.get(), e);
                    return Optional.empty();
                }
            }
        }
    }

    private DirectoryReader renew(Path live) throws IOException {
        DirectoryReader old = reader;
        if (old != null && live.equals(generation)) {
            DirectoryReader changed = DirectoryReader.openIfChanged(old);
            if (changed == null) {
                return old;
            }
            reader = changed;
            old.decRef();
            return changed;
        }
        DirectoryReader opened = DirectoryReader.open(FSDirectory.open(live));
        drop();
        generation = live;
        reader = opened;
        return opened;
    }

    private void setAside(Path live, IOException reason) throws IOException {
        try {
            folder.setAside(live, reason);
        } catch (LockObtainFailedException another) {
            // it is writing and will stumble over it itself
        }
    }

    private static boolean isBroken(IOException e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof IndexNotFoundException
                || e instanceof EOFException
                || e instanceof FileNotFoundException
                || e instanceof NoSuchFileException;
    }

    private void drop() throws IOException {
        DirectoryReader old = reader;
        reader = null;
        generation = null;
        if (old != null) {
            old.decRef();
        }
    }

    synchronized void close() throws IOException {
        closed = true;
        drop();
    }
}
