package vn.sohoa.workflow;

import java.nio.file.Path;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.servers.PostgresDatabase;

/** One paper, one code, on PostgreSQL; skipped where there is no server. */
class PostgresRenumberingIT extends RenumberingContract {

    @Override
    TestCatalog open(Path folder) {
        PostgresDatabase database = new PostgresDatabase();
        return TestCatalog.on(database.dataSource(), database::close);
    }
}
