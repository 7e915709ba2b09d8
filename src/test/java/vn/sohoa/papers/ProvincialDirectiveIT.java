package vn.sohoa.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.page.PageText;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReaders;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.reading.ReadingSettings;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;

/** Directive 07/CT-UBND as a page from an office scanner, through a real reader: kind, number, day, agency, signer and abstract exact. */
@Timeout(180)
class ProvincialDirectiveIT {
    @TempDir
    Path folder;

    @Test
    void theScannedDirectiveIsUnderstoodToTheLetter() throws IOException {
        PaperText text = ProvincialTexts.text("quang-ninh-07");
        SamplePages.Page page = SamplePages.draw(text, 300).get(0);
        Path scan = Files.write(
                folder.resolve("scan.jpg"),
                ImageFiles.jpeg(ScanDamage.apply(ScanDamage.Kind.OFFICE, page.image(), 300, 7), 300, 0.75f));
        ReadingSettings settings =
                ReadingSettings.standard(Path.of("ocr-models"), folder.resolve("natives"), folder.resolve("trust"));
        try (DocumentReader reader = DocumentReaders.pool(settings)) {
            List<PageText> pages = reader.read(scan, ReadingRequest.of(Part.WORDS)).pages().stream()
                    .map(PageReading::text)
                    .flatMap(Optional::stream)
                    .toList();
            assertThat(new ProvincialTexts().understood(text, pages)).isEqualTo(text.facts());
        }
    }
}
