package vn.sohoa.imaging;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Walks through what a PDF page would draw, without drawing it, to see whether the page is one scan and nothing else. */
final class PdfContents extends PDFGraphicsStreamEngine {
    /** A scan leaves at most this share of the page free. */
    private static final double COVERED = 0.85;
    /** Share of the scan that may lie outside the page. */
    private static final double CROPPED = 0.04;
    /** Visible letters a scan may bear besides: a page stamp, the scanning program's mark. */
    private static final int FEW_LETTERS = 200;

    /** A QR code drawn as shapes has hundreds; a text page has underlines and the borders of tables. */
    private static final int FEW_SHAPES = 100;

    private final PDRectangle box;
    private final int rotation;
    private final List<Placed> images = new ArrayList<>();
    private boolean composed;
    private int letters;
    private int shapes;

    private PdfContents(PDPage page) {
        super(page);
        box = page.getCropBox();
        rotation = page.getRotation();
    }

    static PdfContents of(PDPage page) throws IOException {
        PdfContents contents = new PdfContents(page);
        contents.processPage(page);
        return contents;
    }

    /** A picture where it stands on the page; rotation is the page's own. */
    record Placed(PDImageXObject image, Matrix matrix, int rotation) {
        /** The header as the page shows the picture. */
        PictureHeader header(int width, int height, int bits, boolean colour) {
            double inchesX = Math.hypot(matrix.getScaleX(), matrix.getShearY()) / 72;
            double inchesY = Math.hypot(matrix.getShearX(), matrix.getScaleY()) / 72;
            return new PictureHeader(
                    width,
                    height,
                    bits,
                    colour,
                    inchesX > 0 ? width / inchesX : 0,
                    inchesY > 0 ? height / inchesY : 0,
                    new PictureHeader.Placement(false, Math.floorMod(turns() + PdfPage.turns(rotation), 4)));
        }

        /** Quarter turns clockwise, or -1 for any other position. */
        int turns() {
            double a = matrix.getScaleX();
            double b = matrix.getShearY();
            double c = matrix.getShearX();
            double d = matrix.getScaleY();
            double slack = 0.01 * (Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d));
            boolean level = Math.abs(b) + Math.abs(c) < slack;
            boolean steep = Math.abs(a) + Math.abs(d) < slack;
            if (level && a > 0 && d > 0) {
                return 0;
            }
            if (level && a < 0 && d < 0) {
                return 2;
            }
            if (steep && b < 0 && c > 0) {
                return 1;
            }
            return steep && b > 0 && c < 0 ? 3 : -1;
        }

        private double area() {
            return Math.abs(matrix.getScaleX() * matrix.getScaleY() - matrix.getShearX() * matrix.getShearY());
        }
    }

    /** The scan, if the page is exactly one, level or turned by right angles. */
    Optional<Placed> scan() {
        if (images.size() != 1 || composed || letters > FEW_LETTERS) {
            return Optional.empty();
        }
        Placed only = images.get(0);
        double page = (double) box.getWidth() * box.getHeight();
        double inside = inside(only.matrix());
        boolean covers = inside >= COVERED * page && inside >= (1 - CROPPED) * only.area();
        return covers && only.turns() >= 0 ? Optional.of(only) : Optional.empty();
    }

    /** The largest picture among others. */
    Optional<Placed> largest() {
        return images.stream().max(Comparator.comparingDouble(Placed::area));
    }

    /** Whether there is anything a QR code could be made of. */
    boolean mayHoldCodes() {
        return composed || !images.isEmpty() || shapes > FEW_SHAPES;
    }

    /** Area of the upright rectangle around the picture that lies on the page. */
    private double inside(Matrix m) {
        double x0 = m.getTranslateX();
        double y0 = m.getTranslateY();
        double x1 = x0 + m.getScaleX() + m.getShearX();
        double y1 = y0 + m.getScaleY() + m.getShearY();
        double w = Math.min(box.getUpperRightX(), Math.max(x0, x1)) - Math.max(box.getLowerLeftX(), Math.min(x0, x1));
        double h = Math.min(box.getUpperRightY(), Math.max(y0, y1)) - Math.max(box.getLowerLeftY(), Math.min(y0, y1));
        return Math.max(0, w) * Math.max(0, h);
    }

    @Override
    public void drawImage(PDImage image) {
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix().clone();
        if (image instanceof PDImageXObject whole && !whole.getCOSObject().containsKey(COSName.SMASK)) {
            images.add(new Placed(whole, matrix, rotation));
        } else {
            composed = true; // in the page's own stream, or with transparency: to be drawn
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        letters += getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER ? 0 : 1;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        shapes++;
    }

    @Override
    public void clip(int windingRule) {
        // clips are judged by the page box alone
    }

    @Override
    public void moveTo(float x, float y) {
        shapes++;
    }

    @Override
    public void lineTo(float x, float y) {
        // paths do not matter
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        // paths do not matter
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void closePath() {
        // paths do not matter
    }

    @Override
    public void endPath() {
        // paths do not matter
    }

    @Override
    public void strokePath() {
        // paths do not matter
    }

    @Override
    public void fillPath(int windingRule) {
        // paths do not matter
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        // paths do not matter
    }

    @Override
    public void shadingFill(COSName shading) {
        // paths do not matter
    }
}
