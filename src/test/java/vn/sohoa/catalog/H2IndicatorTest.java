package vn.sohoa.catalog;

import java.nio.file.Path;

/** Facts and closed periods on an H2 file. */
class H2IndicatorTest extends IndicatorContract {

    @Override
    TestCatalog open(Path folder) {
        return TestCatalog.open(folder);
    }
}
