package vn.sohoa.mediatype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

class OfficeTextTest {
    private static final OfficeLimits LIMITS = new OfficeLimits(10_000, 50_000_000, 100, 1_000);
    private static final String SENTENCE = "Tờ khai đăng ký kết hôn";

    @TempDir
    Path folder;

    @Test
    void readsWordProcessorFiles() throws IOException {
        Path docx = Packages.write(folder.resolve("a.docx"), Packages.docx(SENTENCE));
        Path rtf = Files.writeString(
                folder.resolve("a.rtf"), "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Serif;}}\\pard\\f0 T\\u7901? khai\\par}");

        assertThat(OfficeText.extract(docx, OfficeText.DOCX, LIMITS)).contains(SENTENCE);
        assertThat(OfficeText.extract(rtf, "application/rtf", LIMITS)).contains("Tờ khai");
    }

    @Test
    void readsOpenDocumentText() throws IOException {
        Path odt = Packages.writeOdt(folder.resolve("a.odt"), odt(""));

        assertThat(OfficeText.extract(odt, OfficeText.ODT, LIMITS)).contains(SENTENCE);
    }

    @Test
    void readsTablesAndSlides() throws IOException {
        Path xlsx = folder.resolve("a.xlsx");
        Path pptx = folder.resolve("a.pptx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                XMLSlideShow slides = new XMLSlideShow();
                var sheetOut = Files.newOutputStream(xlsx);
                var slidesOut = Files.newOutputStream(pptx)) {
            book.createSheet("Danh sách").createRow(0).createCell(0).setCellValue(SENTENCE);
            book.write(sheetOut);
            slides.createSlide().createTextBox().setText(SENTENCE);
            slides.write(slidesOut);
        }
        MediaTypeDetector detector = new MediaTypeDetector();

        assertThat(OfficeText.extract(xlsx, detector.detect(xlsx), LIMITS)).contains(SENTENCE);
        assertThat(OfficeText.extract(pptx, detector.detect(pptx), LIMITS)).contains(SENTENCE);
    }

    @Test
    void readsTextInTheCodesThatOfficesUse() throws IOException {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16}) {
            Path text = Files.writeString(folder.resolve(charset.name()), SENTENCE, charset);

            assertThat(OfficeText.extract(text, OfficeText.TXT, LIMITS)).isEqualTo(SENTENCE);
        }
    }

    @Test
    void takesNothingFromOutsideTheFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "MATKHAU");
        String entity = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        Path docx = Packages.write(
                folder.resolve("a.docx"), Packages.docx(entity, "<w:p><w:r><w:t>a&x;b</w:t></w:r></w:p>"));
        Path odt = Packages.writeOdt(folder.resolve("a.odt"), odt(entity));

        assertThat(textOrProblem(docx, OfficeText.DOCX)).doesNotContain("MATKHAU");
        assertThat(textOrProblem(odt, OfficeText.ODT)).doesNotContain("MATKHAU");
    }

    @Test
    void refusesABombBeforeItIsOpened() throws IOException {
        Path bomb = Packages.writeBomb(folder.resolve("a.docx"), 300);

        assertThat(problem(bomb, OfficeText.DOCX)).isEqualTo(Problem.UNPACKED_TOO_LARGE);
    }

    @Test
    void refusesMoreEntriesOrTextThanAllowed() throws IOException {
        Map<String, byte[]> many = Packages.docx("x");
        for (int i = 0; i < 1_000; i++) {
            many.put("word/media/" + i, new byte[1]);
        }
        Path entries = Packages.write(folder.resolve("a.docx"), many);
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            numbers.append(i * 31L).append(' ');
        }
        Path text = Packages.write(folder.resolve("b.docx"), Packages.docx(numbers.toString()));
        Path plain = Files.writeString(folder.resolve("b.txt"), numbers);

        assertThat(problem(entries, OfficeText.DOCX)).isEqualTo(Problem.UNPACKED_TOO_LARGE);
        assertThat(problem(text, OfficeText.DOCX)).isEqualTo(Problem.UNPACKED_TOO_LARGE);
        assertThat(problem(plain, OfficeText.TXT)).isEqualTo(Problem.UNPACKED_TOO_LARGE);
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        Map<String, byte[]> twice = Packages.docx("x");
        twice.put("WORD/document.xml", Packages.xml("<x/>"));

        Path docx = Packages.write(folder.resolve("a.docx"), twice);

        assertThat(problem(docx, OfficeText.DOCX)).isEqualTo(Problem.FILE_DAMAGED);
    }

    @Test
    void saysThatAFileIsProtected() throws IOException {
        Map<String, byte[]> entries = odt("");
        entries.put(
                "META-INF/manifest.xml",
                Packages.xml("<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                        + "<m:file-entry m:full-path='content.xml' m:media-type='text/xml'>"
                        + "<m:encryption-data m:checksum='x'/></m:file-entry></m:manifest>"));
        Path odt = Packages.writeOdt(folder.resolve("a.odt"), entries);

        assertThat(problem(odt, OfficeText.ODT)).isEqualTo(Problem.FILE_PROTECTED);
        assertThat(problem(odt, OfficeText.PROTECTED)).isEqualTo(Problem.FILE_PROTECTED);
    }

    @Test
    void saysThatAFileIsDamaged() throws IOException {
        Map<String, byte[]> broken = Packages.docx("x");
        broken.put("word/document.xml", Packages.xml("<w:document"));
        Path docx = Packages.write(folder.resolve("a.docx"), broken);

        assertThat(problem(docx, OfficeText.DOCX)).isEqualTo(Problem.FILE_DAMAGED);
    }

    private static Map<String, byte[]> odt(String beforeRoot) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "content.xml",
                Packages.xml(beforeRoot
                        + "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:t='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><o:body><o:text><t:p>" + SENTENCE
                        + (beforeRoot.isEmpty() ? "" : "&x;") + "</t:p></o:text></o:body></o:document-content>"));
        return entries;
    }

    private static String textOrProblem(Path file, String type) {
        try {
            return OfficeText.extract(file, type, LIMITS);
        } catch (DigitisationException refused) {
            return refused.problem().name();
        }
    }

    private static Problem problem(Path file, String type) {
        DigitisationException e =
                catchThrowableOfType(DigitisationException.class, () -> OfficeText.extract(file, type, LIMITS));
        return e.problem();
    }
}
