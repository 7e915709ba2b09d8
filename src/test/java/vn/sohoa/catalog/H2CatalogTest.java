package vn.sohoa.catalog;

import java.nio.file.Path;

/** The catalogue on an H2 file. */
class H2CatalogTest extends CatalogContract {

    @Override
    TestCatalog open(Path folder) {
        return TestCatalog.open(folder);
    }
}
