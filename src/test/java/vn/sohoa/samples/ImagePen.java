package vn.sohoa.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Draws on pixels, as a printer, a pen and a stamp would on paper. */
final class ImagePen implements Pen {
    private final Typeface typeface;
    private final BufferedImage image;
    private final Graphics2D g;
    private final double mm;
    private final double stampInk;

    /** stampInk: how much light a stamp takes, 0 to 1. */
    ImagePen(Typeface typeface, double width, double height, int dpi, Color paper, double stampInk) {
        this.typeface = typeface;
        mm = dpi / 25.4;
        this.stampInk = stampInk;
        image = new BufferedImage(
                (int) Math.round(width * mm), (int) Math.round(height * mm), BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setColor(paper);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    BufferedImage image() {
        return image;
    }

    private Font font(Face face, double points) {
        return typeface.font(face).deriveFont((float) (points * mm * 25.4 / 72));
    }

    @Override
    public double width(String text, Face face, double points) {
        return font(face, points)
                        .getStringBounds(text, g.getFontRenderContext())
                        .getWidth()
                / mm;
    }

    @Override
    public void text(String text, double x, double y, Face face, double points) {
        Font font = font(face, points);
        int missing = font.canDisplayUpTo(text);
        if (missing >= 0) {
            throw new IllegalArgumentException("no glyph for '" + text.charAt(missing) + "'");
        }
        g.setFont(font);
        g.setColor(INK);
        g.drawString(text, (float) (x * mm), (float) (y * mm));
    }

    @Override
    public void rule(double x0, double y0, double x1, double y1, Color color) {
        g.setColor(color);
        g.setStroke(new BasicStroke((float) (0.25 * mm)));
        g.draw(new Line2D.Double(x0 * mm, y0 * mm, x1 * mm, y1 * mm));
    }

    @Override
    public void fill(double x, double y, double width, double height, Color color) {
        g.setColor(color);
        g.fill(new Rectangle2D.Double(x * mm, y * mm, width * mm, height * mm));
    }

    @Override
    public void signature(double x, double y, String name) {
        // tall loops: real ones are no line of writing either
        Random random = new Random(name.hashCode());
        g.setColor(new Color(38, 52, 150));
        g.setStroke(new BasicStroke((float) (0.4 * mm), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D p = new Path2D.Double();
        double at = x - 17;
        p.moveTo(at * mm, (y + 2) * mm);
        for (int i = 0; i < 3; i++) {
            double step = 7 + 5 * random.nextDouble();
            double up = y - 9 - 4 * random.nextDouble();
            double down = y + 4 + 4 * random.nextDouble();
            p.curveTo((at + 2) * mm, up * mm, (at + step + 4) * mm, up * mm, (at + step * 0.4) * mm, down * mm);
            at += step;
            p.quadTo((at - 3) * mm, (y + 3) * mm, at * mm, (y - 3 * random.nextDouble()) * mm);
        }
        p.curveTo((at + 3) * mm, (y - 8) * mm, (at + 4) * mm, (y + 6) * mm, (at + 10) * mm, (y - 5) * mm);
        g.draw(p);
    }

    @Override
    public void stamp(double x, double y, String ring) {
        RedStamp.press(image, x, y, mm, ring, font(Face.BOLD, 9.5), stampInk);
    }
}
