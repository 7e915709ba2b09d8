package vn.sohoa.catalog;

import java.nio.file.Path;
import vn.sohoa.servers.PostgresDatabase;

/** The catalogue on PostgreSQL. */
class PostgresCatalogIT extends CatalogContract {

    @Override
    TestCatalog open(Path folder) {
        PostgresDatabase database = new PostgresDatabase();
        return TestCatalog.on(database.dataSource(), database::close);
    }
}
