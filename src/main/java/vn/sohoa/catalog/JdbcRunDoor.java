package vn.sohoa.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The door as an advisory lock of PostgreSQL, on a connection of its own that is kept while inside; not through a pooler that
 * changes connections. With H2 the lock of the database file has already let only one process in.
 */
final class JdbcRunDoor implements RunDoor {
    private static final long LOCK = 0x50484F41L;
    private static final int PATIENCE_SECONDS = 5;

    private final Database database;
    private final DataSource dataSource;
    private @Nullable Connection place;

    JdbcRunDoor(Database database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    @Override
    public synchronized boolean enter() {
        if (inside()) {
            return true;
        }
        leave();
        try {
            Connection connection = dataSource.getConnection();
            if (!isPostgres(connection) || lock(connection)) {
                place = connection;
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public synchronized boolean inside() {
        try {
            return place != null && place.isValid(PATIENCE_SECONDS);
        } catch (SQLException failure) {
            return false;
        }
    }

    @Override
    public synchronized void leave() {
        if (place == null) {
            return;
        }
        try (Connection connection = place;
                Statement statement = connection.createStatement()) {
            place = null;
            if (isPostgres(connection)) {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException gone) {
            // the connection has gone, and the lock with it
        }
    }

    @Override
    public boolean alone() {
        try (Connection connection = dataSource.getConnection()) {
            return !isPostgres(connection);
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    @Override
    public void requestStop(long run) {
        database.call(jdbc -> jdbc.sql("update run set stop_requested_at = current_timestamp where id = :run")
                .param("run", run)
                .update());
    }

    @Override
    public boolean stopRequested(long run) {
        return database.call(
                jdbc -> jdbc.sql("select exists (select 1 from run where id = :run and stop_requested_at is not null)")
                        .param("run", run)
                        .query(Boolean.class)
                        .single());
    }

    private static boolean isPostgres(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    private static DigitisationException unavailable(SQLException failure) {
        return new DigitisationException(Problem.DATABASE_UNAVAILABLE, "SQLSTATE " + failure.getSQLState(), failure);
    }
}
