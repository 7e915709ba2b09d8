package vn.sohoa.catalog;

import java.nio.file.Path;
import vn.sohoa.servers.PostgresDatabase;

/** From H2 to PostgreSQL: the same rows, the same digests. */
class PostgresTableTransferIT extends TableTransferContract {

    @Override
    TestCatalog openSource(Path where) {
        return TestCatalog.open(where);
    }

    @Override
    TestCatalog openTarget(Path where) {
        return onPostgres();
    }

    static TestCatalog onPostgres() {
        PostgresDatabase database = new PostgresDatabase();
        return TestCatalog.on(database.dataSource(), database::close);
    }
}
