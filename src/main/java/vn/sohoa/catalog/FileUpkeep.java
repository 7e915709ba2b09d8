package vn.sohoa.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the file of an H2 database near the size of what is in it. Each commit writes the pages it changed to a new place; H2 gathers
 * what is still in use from the old ones only in the thread that writes late, which a database that is durable at each commit
 * ({@link DurabilityGuard}) does not have. Here it is asked for, once a minute and for a second at most.
 */
final class FileUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileUpkeep.class);
    /** Share of the written pages that is in use, in per cent, below which old ones are gathered. */
    static final int FILLED = 50;

    private static final int BYTES_OF_A_STEP = 2 << 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final DataSource dataSource;
    private final ScheduledExecutorService minutes = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "file-upkeep");
        thread.setDaemon(true);
        return thread;
    });

    FileUpkeep(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Looks after the file from now on. */
    FileUpkeep begin() {
        ScheduledFuture<?> unused = minutes.scheduleWithFixedDelay(this::pass, 1, 1, TimeUnit.MINUTES);
        return this;
    }

    /** Gathers pages until enough of the file is in use or a second is over; does nothing for another kind of database. */
    void pass() {
        try (Connection connection = dataSource.getConnection()) {
            if (connection.isWrapperFor(JdbcConnection.class)
                    && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                gather(session.getDatabase().getStore().getMvStore());
            }
        } catch (SQLException | MVStoreException failure) {
            // the next one may do it; H2's own messages may quote values
            LOG.warn("file upkeep: {}", failure.getClass().getSimpleName());
        }
    }

    /** A step takes about a tenth of a second, for which nobody commits; it is not done while somebody does, and tried again. */
    private static void gather(MVStore store) {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST_NANOS && store.getFileStore().getChunksFillRate() < FILLED) {
            if (!store.compact(FILLED, BYTES_OF_A_STEP)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Waits for a step that is being done: to interrupt it would close the file. */
    @Override
    public void close() {
        minutes.shutdown();
        try {
            minutes.awaitTermination(5 * LONGEST_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
    }
}
