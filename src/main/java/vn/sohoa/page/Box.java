package vn.sohoa.page;

/** A rectangle on a page, in pixels from the top left; width and height may be 0 where a text has no place (office files). */
public record Box(int x, int y, int width, int height) {

    /** No place at all: the text of an office file. */
    public static final Box NONE = new Box(0, 0, 0, 0);

    public Box {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("box with negative size: " + width + " x " + height);
        }
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    /** The smallest box around both; {@link #NONE} counts as nothing. */
    public Box and(Box other) {
        if (equals(NONE)) {
            return other;
        }
        if (other.equals(NONE)) {
            return this;
        }
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The box in an image that is {@code factor} times as large. */
    public Box scaled(double factor) {
        return new Box(round(x * factor), round(y * factor), round(width * factor), round(height * factor));
    }

    private static int round(double value) {
        return (int) Math.round(value);
    }
}
