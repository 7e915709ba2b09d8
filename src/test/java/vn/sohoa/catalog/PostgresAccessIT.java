package vn.sohoa.catalog;

import java.nio.file.Path;
import vn.sohoa.servers.PostgresDatabase;

/** Accounts and looks on PostgreSQL. */
class PostgresAccessIT extends AccessContract {

    @Override
    TestCatalog open(Path folder) {
        PostgresDatabase database = new PostgresDatabase();
        return TestCatalog.on(database.dataSource(), database::close);
    }
}
