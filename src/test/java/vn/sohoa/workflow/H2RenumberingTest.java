package vn.sohoa.workflow;

import java.nio.file.Path;
import vn.sohoa.catalog.TestCatalog;

/** One paper, one code, on an H2 file. */
class H2RenumberingTest extends RenumberingContract {

    @Override
    TestCatalog open(Path folder) {
        return TestCatalog.open(folder);
    }
}
