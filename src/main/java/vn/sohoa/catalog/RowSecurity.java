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
    private static final String FOLDER = "db/postgresql/";

    private final String version;
    private final String policies;

    private RowSecurity(String version, String policies) {
        this.version = version;
        this.policies = policies;
    }

    /** Of the tables that there were when it came. */
    static RowSecurity ofFirstTables() {
        return new RowSecurity("21", "row security");
    }

    static RowSecurity ofOwnerLinks() {
        return new RowSecurity("23", "row security owner link");
    }

    /** Of what was handed in, how dossiers are handled and taken by the portal, duplicates, recalls. */
    static RowSecurity ofFurtherTables() {
        return new RowSecurity("24", "row security further");
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return policies;
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
            ScriptUtils.executeSqlScript(
                    context.getConnection(), new ClassPathResource(FOLDER + policies.replace(' ', '-') + ".sql"));
        }
    }
}
