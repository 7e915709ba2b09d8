package vn.sohoa.catalog;

import java.nio.file.Path;

/** From H2 to H2. */
class H2TableTransferTest extends TableTransferContract {

    @Override
    TestCatalog openSource(Path where) {
        return TestCatalog.open(where);
    }

    @Override
    TestCatalog openTarget(Path where) {
        return TestCatalog.open(where);
    }
}
