package vn.sohoa.catalog;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Row-level security on PostgreSQL: {@link CurrentScope} once more, by the database itself, should a query forget it. H2 has nothing
 * of the kind, and is opened by one process alone.
 */
final class RowSecurity implements JavaMigration {
    private static final String POLICIES = "db/postgresql/row-security.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("21");
    }

    @Override
    public String getDescription() {
        return "row security";
    }

    /** None: policies are changed by a later migration. */
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
        if (context.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(POLICIES));
        }
    }
}
