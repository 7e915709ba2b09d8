package vn.sohoa.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.page.ScanMarks;
import vn.sohoa.page.Word;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.ReadingRequest;

/**
 * A reader that only lets time pass ({@code bench.read.millis} a reading) and says the same of every file, so that many workers
 * can be measured on few cores: everything around the reading is the real thing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bench.read.millis")
class SimulatedReading {
    private static final String[] LINES = {
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỈNH ĐẮK LẮK Độc lập - Tự do - Hạnh phúc",
        "Số: 07/QĐ-UBND Đắk Lắk, ngày 08 tháng 9 năm 2025",
        "QUYẾT ĐỊNH",
        "Về việc nâng cao chất lượng phục vụ tại bộ phận một cửa",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
    };

    private static final PageFile PAGE = page();

    private static PageFile page() {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(827, 1170, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new PageFile(PageFile.Encoding.PNG, png.toByteArray(), 827, 1170, true, 100);
    }

    @Bean
    @Primary
    DocumentReader simulatedReader(org.springframework.core.env.Environment settings) {
        return new Waiting(Duration.ofMillis(settings.getRequiredProperty("bench.read.millis", Long.class)));
    }

    private record Waiting(Duration time) implements DocumentReader {
        @Override
        public DocumentReading read(Path file, ReadingRequest request) {
            LockSupport.parkNanos(time.toNanos());
            PageMeasurements measured =
                    new PageMeasurements(1654, 2339, 200, 0, 0, 24, true, false, false, 0.05, 180, 0.4, ScanMarks.NONE);
            List<PageReading> pages = List.of(new PageReading(1, measured, text(), List.of(), PAGE));
            SignatureReport unsigned = new SignatureReport(
                    SignatureVerdict.KHONG_CO_CHU_KY,
                    List.of(new SignatureReport.Reason("UNSIGNED", "-")),
                    List.of(),
                    "bench",
                    "none");
            return new DocumentReading(
                    Sha256.of(new byte[0]),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    1,
                    pages,
                    unsigned,
                    0);
        }

        @Override
        public int capacity() {
            return 64;
        }

        @Override
        public void close() {}
    }

    private static PageText text() {
        List<Word> words = new ArrayList<>();
        for (int line = 0; line < LINES.length; line++) {
            int x = 150;
            for (String word : LINES[line].split(" ")) {
                words.add(new Word(word, new Box(x, 100 + 50 * line, 12 * word.length(), 28), 95, line));
                x += 12 * word.length() + 12;
            }
        }
        return new PageText(PageText.Source.OCR, words, 0);
    }
}
