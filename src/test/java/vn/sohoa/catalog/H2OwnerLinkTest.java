package vn.sohoa.catalog;

import java.nio.file.Path;

/** Links of owners on an H2 file. */
class H2OwnerLinkTest extends OwnerLinkContract {

    @Override
    TestCatalog open(Path folder) {
        return TestCatalog.open(folder);
    }
}
