package vn.sohoa.catalog;

import java.nio.file.Path;

/** Work list and run ledger on an H2 file. */
class H2WorkListTest extends WorkListContract {

    @Override
    TestCatalog open(Path folder) {
        return TestCatalog.open(folder);
    }
}
