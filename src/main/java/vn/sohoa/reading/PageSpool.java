package vn.sohoa.reading;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The pages of one file as readers answer them, already checked: the first few megabytes in memory, the rest in a file
 * without a name, which is gone when it is closed, collected, or the process dies. So a file of 5,000 pages takes no more
 * memory than one of ten. For many threads.
 */
final class PageSpool implements AutoCloseable {
    private static final int MEMORY_BYTES = 8 << 20;

    private final long mostBytes;
    private final int memoryBytes;
    private final AtomicLong counted = new AtomicLong();
    private int inMemory;
    private long end;
    private @Nullable FileChannel channel;

    /** A page put away. */
    @FunctionalInterface
    interface Kept {
        PageReading page();
    }

    /** mostBytes: of all frames about the file. */
    PageSpool(long mostBytes) {
        this(mostBytes, MEMORY_BYTES);
    }

    PageSpool(long mostBytes, int memoryBytes) {
        this.mostBytes = mostBytes;
        this.memoryBytes = memoryBytes;
    }

    /** Bytes that the next frame may have, whichever reader it comes from. */
    int room() {
        return (int) Math.min(Integer.MAX_VALUE - 64, Math.max(0, mostBytes - counted.get()));
    }

    void count(int bytes) {
        counted.addAndGet(bytes);
    }

    /** body: the page as it came over the wire. Problem: STORE_UNAVAILABLE if the disk refuses. */
    synchronized Kept keep(PageReading page, byte[] body) {
        if (inMemory + body.length <= memoryBytes) {
            inMemory += body.length;
            return () -> page;
        }
        try {
            FileChannel to = open();
            long at = end;
            ByteBuffer bytes = ByteBuffer.wrap(body);
            while (bytes.hasRemaining()) {
                end += to.write(bytes, end);
            }
            return () -> read(to, at, body.length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel present = channel;
        if (present == null) {
            Path file = Files.createTempFile("sohoa-pages-", ".tmp"); // for its owner's eyes only
            // on Unix the name is taken away at once
            present = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = present;
        }
        return present;
    }

    private static PageReading read(FileChannel from, long at, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining()) {
                if (from.read(bytes, at + bytes.position()) < 0) {
                    throw new EOFException("pages put away are cut short");
                }
            }
            return PageCodec.read(bytes.array());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static DigitisationException failed(IOException e) {
        return new DigitisationException(
                Problem.STORE_UNAVAILABLE,
                "thư mục tạm (java.io.tmpdir): " + e.getClass().getSimpleName(),
                e);
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
