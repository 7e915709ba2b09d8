package vn.sohoa.pdfa;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Evidence sheets (phiếu chứng cứ): a title and facts, one below the other; the head of the first page is left to a signature. */
public final class EvidenceSheets {
    private static final String FONT = "/signing/LiberationSerif-Regular.ttf";
    private static final float LEFT = 70;
    private static final float VALUES = 215;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 60;
    private static final float TOP = PDRectangle.A4.getHeight() - 60;
    private static final float SIGNATURE = 110;
    private static final float BOTTOM = 70;
    private static final float TITLE_POINTS = 16;
    private static final float POINTS = 11;
    private static final float LEADING = 15;
    private static final float GAP = 6;

    private EvidenceSheets() {}

    /**
     * Writes a PDF of A4 pages.
     *
     * @param facts name and what is to be said, in their order
     * @param foot a sentence below them
     * @throws DigitisationException OUTPUT_EXISTS, STORE_UNAVAILABLE
     */
    public static void write(String title, Map<String, String> facts, String foot, Path target) {
        try (PDDocument document = new PDDocument();
                InputStream font = Objects.requireNonNull(EvidenceSheets.class.getResourceAsStream(FONT))) {
            document.getDocumentInformation().setTitle(title);
            Sheet sheet = new Sheet(document, PDType0Font.load(document, font));
            sheet.title(title);
            for (Map.Entry<String, String> fact : facts.entrySet()) {
                sheet.fact(fact.getKey(), fact.getValue());
            }
            sheet.foot(foot);
            sheet.end();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            Files.write(target, bytes.toByteArray(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException taken) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, String.valueOf(target.getFileName()), taken);
        } catch (IOException failed) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, "evidence sheet", failed);
        }
    }

    /** Writes from top to bottom, on as many pages as it takes. */
    private static final class Sheet {
        private final PDDocument document;
        private final PDFont font;
        private PDPageContentStream out;
        private float y = TOP - SIGNATURE;

        Sheet(PDDocument document, PDFont font) throws IOException {
            this.document = document;
            this.font = font;
            this.out = page();
        }

        private PDPageContentStream page() throws IOException {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            return new PDPageContentStream(document, page);
        }

        void title(String text) throws IOException {
            float width = font.getStringWidth(text) / 1000 * TITLE_POINTS;
            text((PDRectangle.A4.getWidth() - width) / 2, TITLE_POINTS, 0, text);
            y -= 14;
            out.setStrokingColor(0.4f);
            out.setLineWidth(0.7f);
            out.moveTo(LEFT, y);
            out.lineTo(RIGHT, y);
            out.stroke();
            y -= 22;
        }

        void fact(String name, String value) throws IOException {
            List<String> lines = lines(value, RIGHT - VALUES);
            if (y - (lines.size() - 1) * LEADING < BOTTOM) {
                out.close();
                out = page();
                y = TOP;
            }
            text(LEFT, POINTS, 0.35f, name);
            for (String line : lines) {
                text(VALUES, POINTS, 0, line);
                y -= LEADING;
            }
            y -= GAP;
        }

        void foot(String text) throws IOException {
            y -= GAP;
            for (String line : lines(text, RIGHT - LEFT)) {
                text(LEFT, POINTS - 1, 0.35f, line);
                y -= LEADING - 1;
            }
        }

        void end() throws IOException {
            out.close();
        }

        private void text(float x, float points, float grey, String text) throws IOException {
            out.beginText();
            out.setNonStrokingColor(grey);
            out.setFont(font, points);
            out.newLineAtOffset(x, y);
            out.showText(text);
            out.endText();
        }

        /** Breaks between words, and within a word only where it is wider than the line. */
        private List<String> lines(String text, float width) throws IOException {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : printable(text).strip().split("\\s+")) {
                String rest = word;
                if (!line.isEmpty() && wider(line + " " + rest, width)) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                while (line.isEmpty() && wider(rest, width)) {
                    int fits = rest.length() - 1;
                    while (fits > 1 && wider(rest.substring(0, fits), width)) {
                        fits--;
                    }
                    lines.add(rest.substring(0, fits));
                    rest = rest.substring(fits);
                }
                line.append(line.isEmpty() ? "" : " ").append(rest);
            }
            lines.add(line.toString());
            return lines;
        }

        private boolean wider(String text, float width) throws IOException {
            return font.getStringWidth(text) / 1000 * POINTS > width;
        }

        /** What the font has no glyph for becomes a question mark. */
        private String printable(String text) {
            StringBuilder printable = new StringBuilder();
            text.codePoints().forEach(letter -> {
                String one = Character.toString(letter);
                printable.append(Character.isWhitespace(letter) ? " " : has(one) ? one : "?");
            });
            return printable.toString();
        }

        private boolean has(String letter) {
            try {
                return font.getStringWidth(letter) >= 0;
            } catch (IOException | IllegalArgumentException none) {
                return false;
            }
        }
    }
}
