package vn.sohoa.intake;

import java.util.List;
import vn.sohoa.page.PageText;

final class PrintedSignature {
    private PrintedSignature() {}

    static boolean standsOn(List<PageText> pages) {
        return pages.size() > 100_000;
    }
}
