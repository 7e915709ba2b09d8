package vn.sohoa.samples;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import vn.sohoa.page.PageText;

/** Draws a paper at will: as clean page images or as a born-digital PDF, always with its truth. */
public final class SamplePages {
    private SamplePages() {}

    /** One clean colour page and what stands on it. */
    public record Page(BufferedImage image, PageTruth truth) {}

    /** A file and what stands on its pages. */
    public record Drawn(byte[] bytes, List<PageTruth> truths) {}

    /** The pages of a paper with a full red stamp. */
    public static List<Page> draw(PaperText paper, int dpi) {
        return draw(paper, dpi, 0.85);
    }

    /** stampInk: how much light the stamp takes; grey and black-and-white scanners see it weaker. */
    public static List<Page> draw(PaperText paper, int dpi, double stampInk) {
        return draw(paper, Typeface.SERIF, dpi, stampInk);
    }

    /** The pages in letters of another family. */
    public static List<Page> draw(PaperText paper, Typeface typeface, int dpi, double stampInk) {
        List<ImagePen> pens = new ArrayList<>();
        Color tint = new Color(Integer.parseInt(paper.fact("tint", "FFFFFF"), 16));
        List<PageTruth> truths = new PageFlow(paper, () -> {
                    ImagePen pen = new ImagePen(typeface, paper.width(), paper.height(), dpi, tint, stampInk);
                    pens.add(pen);
                    return pen;
                })
                .lay();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < pens.size(); i++) {
            pages.add(new Page(pens.get(i).image(), truths.get(i)));
        }
        return pages;
    }

    /** The words of the pages with their places, without drawing; {@code columns}: blocks side by side one after the other. */
    public static List<PageText> words(PaperText paper, Typeface typeface, int dpi, boolean columns) {
        List<WordPen> pens = new ArrayList<>();
        new PageFlow(paper, () -> {
                    pens.add(new WordPen(typeface, dpi));
                    return pens.get(pens.size() - 1);
                })
                .lay();
        return pens.stream().map(pen -> pen.page(columns)).toList();
    }

    /** The same layout as real text with embedded fonts: no pen, no stamp. */
    public static Drawn pdf(PaperText paper) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Map<Face, PDFont> fonts = PdfPen.fonts(document);
            List<PdfPen> pens = new ArrayList<>();
            List<PageTruth> truths = new PageFlow(paper, () -> open(document, fonts, paper, pens)).lay();
            for (PdfPen pen : pens) {
                pen.close();
            }
            describe(document, paper.name());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new Drawn(bytes.toByteArray(), truths);
        }
    }

    private static Pen open(PDDocument document, Map<Face, PDFont> fonts, PaperText paper, List<PdfPen> pens) {
        try {
            PdfPen pen = new PdfPen(document, fonts, paper.width(), paper.height());
            pens.add(pen);
            return pen;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A fixed day and id, so that the same paper gives the same bytes. */
    static void describe(PDDocument document, String name) {
        GregorianCalendar day = new GregorianCalendar(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        day.setTimeInMillis(1_793_584_800_000L); // 02/11/2026 09:00 in Vietnam
        document.getDocumentInformation().setCreationDate(day);
        document.getDocumentInformation().setProducer("SoHoa sample generator");
        document.setDocumentId((long) name.hashCode());
    }
}
