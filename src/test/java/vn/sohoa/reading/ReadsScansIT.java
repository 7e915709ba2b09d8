package vn.sohoa.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.page.PageText;

/** A scan through a real reader with the real recogniser. */
@Timeout(180)
class ReadsScansIT {
    @TempDir
    Path folder;

    @Test
    void recognisesVietnameseInAReaderProcess() throws IOException {
        Path scan = folder.resolve("to-khai.png");
        Path drawn = DrawnPdf.write(folder.resolve("to-khai.pdf"), 1, "");
        try (PDDocument pdf = Loader.loadPDF(drawn.toFile())) {
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 200, ImageType.GRAY), "png", scan.toFile());
        }
        ReadingSettings settings =
                ReadingSettings.standard(Path.of("ocr-models"), folder.resolve("natives"), folder.resolve("trust"));
        try (DocumentReader reader = DocumentReaders.pool(settings)) {
            DocumentReading reading = reader.read(scan, ReadingRequest.of(Part.WORDS, Part.MEASUREMENTS));

            PageText words = reading.pages().get(0).text().orElseThrow();
            assertThat(words.source()).isEqualTo(PageText.Source.OCR);
            assertThat(words.text()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            assertThat(words.words().get(0).box().width()).isPositive();
        }
    }
}
