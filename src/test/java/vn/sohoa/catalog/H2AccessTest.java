package vn.sohoa.catalog;

import java.nio.file.Path;

/** Accounts and looks on an H2 file. */
class H2AccessTest extends AccessContract {

    @Override
    TestCatalog open(Path folder) {
        return TestCatalog.open(folder);
    }
}
