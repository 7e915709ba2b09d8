package vn.sohoa.catalog;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Transactions of the catalogue. Each is new and its own, also inside a transaction of the batch engine, so that what a
 * method has returned is committed and no connection is held any longer. Two that stood in each other's way are tried again.
 */
final class Database {
    private static final int TRIES = 6;
    private static final int LONGEST_PAUSE_MILLIS = 50;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DataSource dataSource;
    private volatile @Nullable Boolean rowSecurity;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs work as one transaction; it may run more than once, and only the last time counts. */
    <T> T call(Function<JdbcClient, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> {
                    if (!CurrentScope.get().all() && rowSecurity()) {
                        CurrentScope.tell(jdbc);
                    }
                    return work.apply(jdbc);
                });
            } catch (ConcurrencyFailureException | DuplicateKeyException inEachOthersWay) {
                if (attempt == TRIES) {
                    throw problem(inEachOthersWay);
                }
                pause();
            } catch (DataAccessException | TransactionException failure) {
                throw problem(failure);
            }
        }
    }

    /** The database's clock, the only one that leases know; one instant for the whole transaction. */
    static Instant now(JdbcClient jdbc) {
        return jdbc.sql("select current_timestamp")
                .query((row, n) -> instant(row, 1))
                .single();
    }

    /** What a column of the kind "timestamp with time zone" can keep: microseconds, in UTC. */
    static OffsetDateTime timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Messages about keys and values quote them, and they may name persons: there the cause is left out. */
    static DigitisationException problem(NestedRuntimeException failure) {
        String detail = failure.getClass().getSimpleName();
        if (failure.getMostSpecificCause() instanceof SQLException sql) {
            detail += ", SQLSTATE " + sql.getSQLState();
        }
        return failure instanceof DataIntegrityViolationException
                ? new DigitisationException(Problem.INTERNAL, detail)
                : new DigitisationException(Problem.DATABASE_UNAVAILABLE, detail, failure);
    }

    /** Asked within a transaction, whose connection it uses. */
    private boolean rowSecurity() {
        Boolean known = rowSecurity;
        if (known != null) {
            return known;
        }
        try {
            boolean postgres = "PostgreSQL"
                    .equals(JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName));
            rowSecurity = postgres;
            return postgres;
        } catch (MetaDataAccessException failure) {
            throw new DataAccessResourceFailureException("database product", failure);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS)));
    }
}
