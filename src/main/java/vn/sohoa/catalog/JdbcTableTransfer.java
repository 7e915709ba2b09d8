package vn.sohoa.catalog;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables of an SQL database. */
final class JdbcTableTransfer implements TableTransfer {
    private static final int FETCH = 500;

    private final JdbcTemplate jdbc;
    private final JdbcTransactionManager transactions;

    JdbcTableTransfer(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCH);
        transactions = new JdbcTransactionManager(dataSource);
    }

    @Override
    public <T> T snapshot(Function<Snapshot, T> work) {
        try {
            TransactionTemplate transaction = transaction();
            transaction.setIsolationLevel(oneInstant());
            transaction.setReadOnly(true);
            return transaction.execute(status -> work.apply(new JdbcTables(jdbc)));
        } catch (DataAccessException | TransactionException failure) {
            throw Database.problem(failure);
        }
    }

    @Override
    public void load(Tables source, Consumer<Long> progress) {
        try {
            new TableLoader(jdbc, transaction(), source, progress).load();
        } catch (DataAccessException | TransactionException failure) {
            throw Database.problem(failure);
        }
    }

    /**
     * The level at which all statements of a transaction see one instant. PostgreSQL's REPEATABLE READ is that already; H2's takes
     * an instant for each table when it is first read, and only from SNAPSHOT on one for all.
     */
    private int oneInstant() {
        boolean h2 = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("H2")));
        return h2 ? TransactionDefinition.ISOLATION_SERIALIZABLE : TransactionDefinition.ISOLATION_REPEATABLE_READ;
    }

    private TransactionTemplate transaction() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transaction;
    }
}
