package vn.sohoa.samples;

import java.awt.Color;

/** Draws on one page; lengths are millimetres from the top left corner, y of a text is its baseline. */
interface Pen {
    Color INK = new Color(18, 18, 22);

    double width(String text, Face face, double points);

    void text(String text, double x, double y, Face face, double points);

    void rule(double x0, double y0, double x1, double y1, Color color);

    void fill(double x, double y, double width, double height, Color color);

    /** A blue signature; the same name gives the same strokes. */
    void signature(double x, double y, String name);

    /** A round red stamp with its text along the ring. */
    void stamp(double x, double y, String ring);

    default void frame(double x, double y, double width, double height, Color color) {
        rule(x, y, x + width, y, color);
        rule(x, y + height, x + width, y + height, color);
        rule(x, y, x, y + height, color);
        rule(x + width, y, x + width, y + height, color);
    }
}
