package vn.sohoa.pdfa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageFile.Encoding;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;

class AccessCopyWriterTest {
    private static final String MASTER = "5f".repeat(32);
    private static final AccessCopyInfo INFO = new AccessCopyInfo(
            "Quyết định 12/QĐ-UBND",
            "vi-VN",
            Instant.parse("2026-11-21T18:30:05.123Z"),
            "SoHoa 0.1",
            Map.of("MasterSha256", MASTER));

    @TempDir
    Path folder;

    private final AccessCopyWriter writer = new AccessCopyWriter();

    @Test
    void makesPdfA2bOfColourGreyAndBlackAndWhitePages() throws Exception {
        Path pdf = write(
                page(jpeg(true), 0),
                page(jpeg(false), 0),
                page(png(BufferedImage.TYPE_BYTE_BINARY), 0),
                page(png(BufferedImage.TYPE_BYTE_GRAY), 1.5),
                page(png(BufferedImage.TYPE_3BYTE_BGR), 0),
                new AccessPage(jpeg(true), PageText.empty(PageText.Source.OCR)));

        assertThat(PdfaCheck.broken(pdf)).isEmpty();
    }

    @Test
    void givesEveryWordBack() throws Exception {
        Path pdf = write(page(jpeg(true), 0), page(jpeg(true), 1));

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document).strip().split("\\s*\\R\\s*"))
                    .containsExactly(
                            "Ủy ban nhân dân phường Đông Hưng", "Số: 12/QĐ-UBND",
                            "Ủy ban nhân dân phường Đông Hưng", "Số: 12/QĐ-UBND");
        }
    }

    @Test
    void laysWordsOverTheirPlaceOnTheScan() throws Exception {
        Path pdf = write(page(jpeg(true), 0));
        List<TextPosition> letters = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    letters.add(text);
                    super.processTextPosition(text);
                }
            }.getText(document);
        }
        double points = 72.0 / 200;
        TextPosition first = letters.get(0);
        assertThat(first.getX()).isEqualTo((float) (50 * points), within(0.1f));
        assertThat(first.getY()).isEqualTo((float) (94 * points), within(0.1f));
    }

    @Test
    void leavesTheBytesOfAJpegAlone() throws Exception {
        PageFile scan = jpeg(true);
        Path pdf = write(page(scan, 0));

        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDImageXObject image = image(document.getPage(0));
            assertThat(image.getCOSObject().createRawInputStream().readAllBytes())
                    .isEqualTo(scan.bytes());
        }
    }

    @Test
    void losesNoPixelOfAPng() throws Exception {
        for (int type :
                new int[] {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR
                }) {
            BufferedImage drawn = drawing(type);
            Path pdf = write(page(png(type), 0));
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                PDImageXObject image = image(document.getPage(0));
                assertThat(image.getCOSObject().getFilters())
                        .isEqualTo(
                                type == BufferedImage.TYPE_BYTE_BINARY
                                        ? COSName.CCITTFAX_DECODE
                                        : COSName.FLATE_DECODE);
                BufferedImage shown = image.getImage();
                for (int y = 0; y < drawn.getHeight(); y++) {
                    for (int x = 0; x < drawn.getWidth(); x++) {
                        int grey =
                                drawn.getRaster().getSample(x, y, 0) * 0x010101 | 0xFF000000; // getRGB would lighten it
                        assertThat(shown.getRGB(x, y))
                                .isEqualTo(type == BufferedImage.TYPE_BYTE_GRAY ? grey : drawn.getRGB(x, y));
                    }
                }
            }
        }
    }

    @Test
    void showsTheScanAndHidesTheWords() throws Exception {
        Path pdf = write(page(png(BufferedImage.TYPE_BYTE_GRAY), 0));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            BufferedImage shown = new PDFRenderer(document).renderImageWithDPI(0, 200);
            assertThat(shown.getWidth()).isBetween(802, 804);
            assertThat(new Color(shown.getRGB(100, 85))).as("over a word").isEqualTo(Color.WHITE);
            assertThat(new Color(shown.getRGB(400, 300))).as("in the drawing").isEqualTo(Color.BLACK);
        }
    }

    @Test
    void saysThatItIsAnAccessCopyAndOfWhichMaster() throws Exception {
        Path pdf = write(page(jpeg(true), 0));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String xmp = new String(
                    document.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(xmp).contains("không có giá trị chữ ký số", MASTER);
            assertThat(document.getDocumentInformation().getSubject()).contains("không có giá trị chữ ký số", MASTER);
            assertThat(document.getDocumentInformation().getCustomMetadataValue("MasterSha256"))
                    .isEqualTo(MASTER);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("vi-VN");
        }
    }

    @Test
    void saysWhatThePaperIsByTheNamesOfTheCircular() throws Exception {
        Map<String, String> record =
                Map.of("codeNumber", "12", "codeNotation", "QĐ-UBND", "organName", "A & B <phường>");
        Path pdf = folder.resolve("record.pdf");
        writer.write(
                List.of(page(jpeg(true), 0)),
                new AccessCopyInfo("Quyết định", "vi-VN", INFO.created(), "SoHoa", Map.of(), record),
                pdf);

        assertThat(PdfaCheck.broken(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            String xmp = new String(
                    document.getDocumentCatalog().getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(xmp).contains("<tt05:codeNumber>12<", "<tt05:codeNotation>QĐ-UBND<", "A &amp; B &lt;phường&gt;");
        }
    }

    @Test
    void givesTheSameBytesForTheSamePagesAndOthersForOthers() throws Exception {
        AccessPage page = page(jpeg(true), 1);
        Path first = write(page, page);
        Path second = write(page, page);
        Path other = write(page);

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(identifier(first)).isNotEqualTo(identifier(other));
    }

    @Test
    void refusesToOverwrite() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken.pdf"), "already here");

        assertThatThrownBy(() -> writer.write(List.of(page(jpeg(true), 0)), INFO, taken))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.OUTPUT_EXISTS));
        assertThat(taken).hasContent("already here");
    }

    @Test
    void leavesNothingWhenAPageIsNotWhatItSays() throws Exception {
        PageFile honest = png(BufferedImage.TYPE_BYTE_GRAY);
        PageFile lie = new PageFile(Encoding.PNG, honest.bytes(), 10, 10, false, 200);

        assertThatThrownBy(() -> writer.write(List.of(page(lie, 0)), INFO, folder.resolve("lie.pdf")))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.READER_PROTOCOL));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAPngThatIsDamaged() throws Exception {
        byte[] whole = png(BufferedImage.TYPE_BYTE_BINARY).bytes();
        for (byte[] damaged : List.of(
                Arrays.copyOf(whole, whole.length - 30),
                changed(whole, 23, 500 - 256 - 1), // rows left over
                changed(whole, 23, 500 - 256 + 1), // a row too few
                changed(whole, 28, 1), // interlaced
                changed(whole, 25, 3))) { // by a table of colours
            int height = ByteBuffer.wrap(damaged).getInt(20);
            PageFile scan = new PageFile(Encoding.PNG, damaged, 803, height, false, 200);
            assertThatThrownBy(() -> write(page(scan, 0)))
                    .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                            .isEqualTo(Problem.READER_PROTOCOL));
        }
    }

    private static byte[] changed(byte[] bytes, int at, int to) {
        byte[] other = bytes.clone();
        other[at] = (byte) to;
        return other;
    }

    @Test
    void keepsAPageOfAWildResolutionWithinWhatPdfAllows() throws Exception {
        PageFile scan = jpeg(true);
        PageFile huge = new PageFile(scan.encoding(), scan.bytes(), scan.widthPx(), scan.heightPx(), true, 1);
        PageFile tiny = new PageFile(scan.encoding(), scan.bytes(), scan.widthPx(), scan.heightPx(), true, 99_999);

        assertThat(PdfaCheck.broken(write(page(huge, 0), page(tiny, 0)))).isEmpty();
    }

    @Test
    void takesWordsWithStrangeCharacters() throws Exception {
        List<Word> words = List.of(
                new Word("\u0007\uFFFE", new Box(10, 10, 30, 20), 50, 0),
                new Word("a\uD83D\uDE00b", new Box(50, 10, 0, 0), 50, 0));
        Path pdf = write(new AccessPage(jpeg(false), new PageText(PageText.Source.OCR, words, 0)));

        assertThat(PdfaCheck.broken(pdf)).isEmpty();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document).strip()).isEqualTo("ab");
        }
    }

    private Path write(AccessPage... pages) throws IOException {
        Path target = folder.resolve(java.util.UUID.randomUUID() + ".pdf");
        writer.write(List.of(pages), INFO, target);
        return target;
    }

    private static AccessPage page(PageFile file, double turned) {
        List<Word> words = new ArrayList<>();
        int x = 50;
        for (String word : "Ủy ban nhân dân phường Đông Hưng".split(" ")) {
            words.add(new Word(word, new Box(x, 70, word.length() * 12, 24), 92, 0));
            x += (word.length() + 1) * 12;
        }
        words.add(new Word("Số:", new Box(50, 140, 40, 24), 92, 1));
        words.add(new Word("12/QĐ-UBND", new Box(98, 140, 130, 24), 71.5, 1));
        return new AccessPage(file, new PageText(PageText.Source.OCR, words, turned));
    }

    private static PageFile jpeg(boolean colour) throws IOException {
        int type = colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        return file(Encoding.JPEG, "jpeg", drawing(type), colour);
    }

    private static PageFile png(int type) throws IOException {
        return file(Encoding.PNG, "png", drawing(type), type == BufferedImage.TYPE_3BYTE_BGR);
    }

    private static PageFile file(Encoding encoding, String format, BufferedImage image, boolean colour)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return new PageFile(encoding, out.toByteArray(), image.getWidth(), image.getHeight(), colour, 200);
    }

    private static BufferedImage drawing(int type) {
        BufferedImage image = new BufferedImage(803, 500, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 803, 500);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(300, 250, 200, 100);
        graphics.setColor(Color.RED);
        graphics.drawOval(500, 350, 120, 120);
        graphics.dispose();
        return image;
    }

    private static PDImageXObject image(PDPage page) throws IOException {
        for (COSName name : page.getResources().getXObjectNames()) {
            return (PDImageXObject) page.getResources().getXObject(name);
        }
        throw new AssertionError("a page without picture");
    }

    private static String identifier(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return document.getDocument().getDocumentID().toString();
        }
    }
}
