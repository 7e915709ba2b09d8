package vn.sohoa.catalog;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Looks at an SQL database; migrates nothing. */
final class JdbcDatabaseCheck implements DatabaseCheck {
    private static final String SERVER = "database";
    private static final String SAFEGUARDS = "database.safeguards";
    private static final String MIGRATIONS = "database.migrations";

    private final Supplier<DataSource> sources;
    private final Supplier<@Nullable Flyway> migrations;

    /** @param sources fails where {@link DurabilityGuard} does */
    JdbcDatabaseCheck(Supplier<DataSource> sources, Supplier<@Nullable Flyway> migrations) {
        this.sources = sources;
        this.migrations = migrations;
    }

    @Override
    public List<Finding> check() {
        DataSource source = sources.get();
        DurabilityGuard.prove(source);
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData about = connection.getMetaData();
            boolean server = about.getDatabaseProductName().equals("PostgreSQL");
            String safe = server ? "fsync, full_page_writes, synchronous_commit: on" : "WRITE_DELAY=0";
            List<Finding> found = new ArrayList<>(List.of(
                    new Finding(SERVER, true, words(about)), new Finding(SAFEGUARDS, true, safe), migrations(server)));
            if (server) {
                found.add(rowSecurity(connection));
            }
            return List.copyOf(found);
        } catch (SQLException away) {
            throw new DigitisationException(
                    Problem.DATABASE_UNAVAILABLE,
                    away.getClass().getSimpleName() + ", SQLSTATE " + away.getSQLState(),
                    away);
        }
    }

    /** Rows are hidden from every role but these two kinds, and the application must be of neither. */
    private static Finding rowSecurity(Connection connection) throws SQLException {
        try (Statement work = connection.createStatement();
                ResultSet role =
                        work.executeQuery("select rolsuper, rolbypassrls from pg_roles where rolname = current_user")) {
            boolean bound = role.next() && !role.getBoolean(1) && !role.getBoolean(2);
            return new Finding(
                    "database.row-security",
                    bound,
                    bound ? "vai trò chịu ràng buộc (the role is bound)" : "SUPERUSER, BYPASSRLS");
        }
    }

    private static String words(DatabaseMetaData about) throws SQLException {
        return about.getDatabaseProductName() + " " + about.getDatabaseProductVersion() + ", "
                + about.getURL().replaceFirst("[?;].*", "");
    }

    /** A database within one process is migrated by whoever opens it next; that of a fleet when the fleet is renewed. */
    private Finding migrations(boolean server) {
        Flyway flyway = migrations.get();
        if (flyway == null) {
            return new Finding(MIGRATIONS, false, "Flyway is off");
        }
        try {
            MigrationInfoService all = flyway.info();
            String pending =
                    Arrays.stream(all.pending()).map(MigrationInfo::getScript).collect(Collectors.joining(", "));
            boolean failed =
                    Arrays.stream(all.all()).anyMatch(info -> info.getState().isFailed());
            String detail = all.applied().length + "/" + (all.applied().length + all.pending().length)
                    + (pending.isEmpty() ? "" : ", chưa chạy (pending): " + pending)
                    + (failed ? ", có bước hỏng (one failed)" : "");
            return new Finding(MIGRATIONS, !failed && (pending.isEmpty() || !server), detail);
        } catch (FlywayException wrong) {
            return new Finding(MIGRATIONS, false, wrong.getClass().getSimpleName());
        }
    }
}
