package vn.sohoa.ocr;

/**
 * A straight rule as drawn on a page, across or upright, hardly slanted.
 *
 * @param from where it begins, along its way, in pixels
 * @param to where it ends
 * @param begin how far down (across) or to the right (upright) it is where {@code from} is 0
 * @param slope by how much that grows with each pixel along its way
 */
record Rule(int from, int to, double begin, double slope) {

    /** Down, or to the right, where it has come so far. */
    double at(double along) {
        return begin + slope * along;
    }

    double middle() {
        return at((from + to) / 2.0);
    }

    int length() {
        return to - from;
    }

    /** Whether an upright and a rule across meet, or end just before. */
    boolean meets(Rule other, double tolerance) {
        double here = other.middle();
        double there = at(here);
        return here >= from - tolerance
                && here <= to + tolerance
                && there >= other.from - tolerance
                && there <= other.to + tolerance;
    }
}
