package vn.sohoa.catalog;

import java.nio.file.Path;
import vn.sohoa.servers.PostgresDatabase;

/** Links of owners on PostgreSQL. */
class PostgresOwnerLinkIT extends OwnerLinkContract {

    @Override
    TestCatalog open(Path folder) {
        PostgresDatabase database = new PostgresDatabase();
        return TestCatalog.on(database.dataSource(), database::close);
    }
}
