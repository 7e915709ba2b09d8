package vn.sohoa.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Makes the tables of the batch engine beside ours, with the script in its own jar: state of a run and truth about papers
 * live in one data source and are backed up together (reliability rule R6).
 */
final class BatchTables implements JavaMigration {
    private static final String FOLDER = "org/springframework/batch/core/";
    private static final Map<String, String> SCRIPTS =
            Map.of("H2", FOLDER + "schema-h2.sql", "PostgreSQL", FOLDER + "schema-postgresql.sql");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("2");
    }

    @Override
    public String getDescription() {
        return "batch tables";
    }

    /** None: a newer engine brings its own upgrade script, not another beginning. */
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        String product = connection.getMetaData().getDatabaseProductName();
        String script = SCRIPTS.get(product);
        if (script == null) {
            throw new IllegalStateException("no batch tables for " + product);
        }
        ScriptUtils.executeSqlScript(connection, new ClassPathResource(script));
    }
}
