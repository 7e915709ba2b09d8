package vn.sohoa.page;

/** Pixels per inch of a page image, more than 0. */
public record Resolution(double dpi) {

    public Resolution {
        if (!(dpi > 0 && dpi < 100_000)) {
            throw new IllegalArgumentException("resolution out of range: " + dpi + " dpi");
        }
    }
}
