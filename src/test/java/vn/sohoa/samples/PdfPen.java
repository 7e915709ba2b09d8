package vn.sohoa.samples;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Draws real text on a PDF page: a paper that was born digital, hence without pen and stamp. */
final class PdfPen implements Pen {
    private static final double POINTS = 72 / 25.4;

    /** The fonts of one document. */
    static Map<Face, PDFont> fonts(PDDocument document) throws IOException {
        Map<Face, PDFont> fonts = new EnumMap<>(Face.class);
        for (Face face : Face.values()) {
            fonts.put(face, PDType0Font.load(document, new ByteArrayInputStream(face.bytes()), true));
        }
        return fonts;
    }

    private final Map<Face, PDFont> fonts;
    private final PDPageContentStream stream;
    private final double height;

    PdfPen(PDDocument document, Map<Face, PDFont> fonts, double width, double height) throws IOException {
        this.fonts = fonts;
        this.height = height;
        PDPage page = new PDPage(new PDRectangle((float) (width * POINTS), (float) (height * POINTS)));
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
    }

    void close() throws IOException {
        stream.close();
    }

    private PDFont font(Face face) {
        PDFont font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("no font " + face);
        }
        return font;
    }

    private interface Drawing {
        void run() throws IOException;
    }

    private static void draw(Drawing drawing) {
        try {
            drawing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double width(String text, Face face, double points) {
        try {
            return font(face).getStringWidth(text) / 1000 * points / POINTS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void text(String text, double x, double y, Face face, double points) {
        draw(() -> {
            stream.setNonStrokingColor(Color.BLACK);
            stream.beginText();
            stream.setFont(font(face), (float) points);
            stream.newLineAtOffset((float) (x * POINTS), (float) ((height - y) * POINTS));
            stream.showText(text);
            stream.endText();
        });
    }

    @Override
    public void rule(double x0, double y0, double x1, double y1, Color color) {
        draw(() -> {
            stream.setStrokingColor(color);
            stream.setLineWidth(0.7f);
            stream.moveTo((float) (x0 * POINTS), (float) ((height - y0) * POINTS));
            stream.lineTo((float) (x1 * POINTS), (float) ((height - y1) * POINTS));
            stream.stroke();
        });
    }

    @Override
    public void fill(double x, double y, double w, double h, Color color) {
        draw(() -> {
            stream.setNonStrokingColor(color);
            stream.addRect((float) (x * POINTS), (float) ((height - y - h) * POINTS), (float) (w * POINTS), (float)
                    (h * POINTS));
            stream.fill();
        });
    }

    @Override
    public void signature(double x, double y, String name) {}

    @Override
    public void stamp(double x, double y, String ring) {}
}
