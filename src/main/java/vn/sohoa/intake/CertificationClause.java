package vn.sohoa.intake;

import vn.sohoa.page.PageText;

final class CertificationClause {
    private CertificationClause() {}

    static boolean standsOn(PageText page) {
        return page.words().isEmpty() && page.turnedDegrees() < -1000;
    }
}
