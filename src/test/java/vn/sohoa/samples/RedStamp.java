package vn.sohoa.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/** The round red stamp of an agency, 36 mm across. Ink lets what is printed under it through, as on paper. */
final class RedStamp {
    private static final double RADIUS = 18;

    private RedStamp() {}

    /** Changes the image. Centre in millimetres; ink: how much light it takes, 0 to 1. */
    static void press(BufferedImage im, double x, double y, double mm, String ring, Font font, double ink) {
        int side = (int) Math.ceil(2 * (RADIUS + 1) * mm);
        int left = (int) Math.round(x * mm) - side / 2;
        int top = (int) Math.round(y * mm) - side / 2;
        BufferedImage layer = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = layer.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, side, side);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(new Color(236, 38, 54));
        draw(g, side / 2.0, mm, ring, font);
        g.dispose();
        for (int py = Math.max(0, -top); py < side && top + py < im.getHeight(); py++) {
            for (int px = Math.max(0, -left); px < side && left + px < im.getWidth(); px++) {
                im.setRGB(left + px, top + py, through(im.getRGB(left + px, top + py), layer.getRGB(px, py), ink));
            }
        }
    }

    private static int through(int under, int over, double ink) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double light = 1 - ink * (1 - (over >> shift & 255) / 255.0);
            rgb = rgb << 8 | (int) Math.round((under >> shift & 255) * light);
        }
        return rgb;
    }

    private static void draw(Graphics2D g, double c, double mm, String ring, Font font) {
        for (double[] circle : new double[][] {{RADIUS, 0.8}, {RADIUS - 1.3, 0.3}, {11, 0.3}}) {
            double r = circle[0] * mm;
            g.setStroke(new BasicStroke((float) (circle[1] * mm)));
            g.draw(new Ellipse2D.Double(c - r, c - r, 2 * r, 2 * r));
        }
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double r = (i % 2 == 0 ? 6.5 : 2.6) * mm;
            double a = -Math.PI / 2 + i * Math.PI / 5;
            if (i == 0) {
                star.moveTo(c + r * Math.cos(a), c + r * Math.sin(a));
            } else {
                star.lineTo(c + r * Math.cos(a), c + r * Math.sin(a));
            }
        }
        star.closePath();
        g.fill(star);
        String text = ring + " * ";
        double round = 2 * Math.PI * 12.6 * mm;
        g.setFont(font);
        double natural = g.getFontMetrics().stringWidth(text);
        if (natural > round) {
            g.setFont(font.deriveFont((float) (font.getSize2D() * round / natural)));
        }
        AffineTransform upright = g.getTransform();
        g.rotate(-Math.PI * 0.75, c, c);
        double whole = g.getFontMetrics().stringWidth(text);
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            g.drawString(letter, (float) c, (float) (c - 12.6 * mm));
            g.rotate(2 * Math.PI * g.getFontMetrics().stringWidth(letter) / whole, c, c);
        }
        g.setTransform(upright);
    }
}
