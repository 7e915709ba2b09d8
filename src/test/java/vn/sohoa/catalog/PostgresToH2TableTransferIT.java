package vn.sohoa.catalog;

import java.nio.file.Path;

/** And back, so that a back-up of the servers opens on a desk. */
class PostgresToH2TableTransferIT extends TableTransferContract {

    @Override
    TestCatalog openSource(Path where) {
        return PostgresTableTransferIT.onPostgres();
    }

    @Override
    TestCatalog openTarget(Path where) {
        return TestCatalog.open(where);
    }
}
