package vn.sohoa.catalog;

import java.nio.file.Path;
import vn.sohoa.servers.PostgresDatabase;

/** Facts and closed periods on PostgreSQL. */
class PostgresIndicatorIT extends IndicatorContract {

    @Override
    TestCatalog open(Path folder) {
        PostgresDatabase database = new PostgresDatabase();
        return TestCatalog.on(database.dataSource(), database::close);
    }
}
