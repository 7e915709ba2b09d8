package vn.sohoa.quality;

/** Sizes of paper: whether what a scan claims to be can be a sheet. */
final class PaperSizes {
    /** A0 to A8, short side; F4 and Letter are no A sizes and therefore never doubtful. */
    private static final double[] SHORT_MM = {841, 594, 420, 297, 210, 148, 105, 74, 52};

    private static final double PROPORTION = Math.sqrt(2);
    private static final double PROPORTION_TOLERANCE = 0.025;
    /** Letters of common print are 1.5 to 4.5 mm tall with their marks. */
    private static final double SMALLEST_LETTER = 1.0;

    private static final double LARGEST_LETTER = 6.5;

    private PaperSizes() {}

    /**
     * Whether a page has the proportions of A4 but no A size, or letters of a size that nobody prints.
     *
     * @param letter height of the letters in millimetres, 0 if not known
     */
    static boolean doubtful(double widthMm, double heightMm, double letter, double tolerancePercent) {
        double shorter = Math.min(widthMm, heightMm);
        double ratio = Math.max(widthMm, heightMm) / shorter;
        if (letter > 0 && (letter < SMALLEST_LETTER || letter > LARGEST_LETTER)) {
            return true;
        }
        if (Math.abs(ratio / PROPORTION - 1) > PROPORTION_TOLERANCE) {
            return false; // a cutting, a card, a sheet of another kind
        }
        for (double known : SHORT_MM) {
            if (Math.abs(shorter / known - 1) <= tolerancePercent / 100) {
                return false;
            }
        }
        return true;
    }
}
