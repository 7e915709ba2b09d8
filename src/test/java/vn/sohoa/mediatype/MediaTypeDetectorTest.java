package vn.sohoa.mediatype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

class MediaTypeDetectorTest {
    private final MediaTypeDetector detector = new MediaTypeDetector();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7 x, application/pdf",
        "{\\rtf1 xin chào}, application/rtf",
        "Cộng hòa xã hội chủ nghĩa Việt Nam, text/plain",
        "#!/bin/sh, application/x-sh",
        "<html><body>x</body></html>, text/html",
    })
    void goesByContent(String content, String type) throws IOException {
        assertThat(detector.detect(write("giay-to.png", content.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(type);
    }

    @Test
    void tellsPicturesByTheirFirstBytes() throws IOException {
        assertThat(detector.detect(write("a.txt", new byte[] {'I', 'I', 42, 0, 8})))
                .isEqualTo("image/tiff");
        assertThat(detector.detect(write("b.txt", new byte[] {'M', 'M', 0, 42, 0})))
                .isEqualTo("image/tiff");
        assertThat(detector.detect(write("c.txt", new byte[] {-1, -40, -1, -32})))
                .isEqualTo("image/jpeg");
    }

    @Test
    void looksIntoOfficePackages() throws IOException {
        assertThat(detector.detect(Packages.write(folder.resolve("a.pdf"), Packages.docx("x"))))
                .isEqualTo(OfficeText.DOCX);
        assertThat(detector.detect(Packages.writeOdt(folder.resolve("b.pdf"), Map.of())))
                .isEqualTo(OfficeText.ODT);
        assertThat(detector.detect(Packages.write(folder.resolve("c.docx"), Map.of("a.txt", new byte[9]))))
                .isEqualTo("application/zip");
    }

    @Test
    void namesAProtectedOpenXmlFile() throws IOException {
        Path file = folder.resolve("a.docx");
        try (POIFSFileSystem ole = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptionInfo");
            ole.writeFilesystem(out);
        }

        assertThat(detector.detect(file)).isEqualTo(OfficeText.PROTECTED);
    }

    @Test
    void leavesABombPacked() throws IOException {
        Path bomb = Packages.writeBomb(folder.resolve("a.docx"), 300);
        long started = System.nanoTime();

        assertThat(detector.detect(bomb)).isEqualTo(OfficeText.DOCX);

        assertThat((System.nanoTime() - started) / 1e9).isLessThan(1);
    }

    @Test
    void refusesEmptyAndCutFiles() throws IOException {
        Path whole = Packages.write(folder.resolve("a.docx"), Packages.docx("x"));
        Path cut = write("b.docx", java.util.Arrays.copyOf(Files.readAllBytes(whole), 300));
        Path empty = write("c.pdf", new byte[0]);

        assertThatThrownBy(() -> detector.detect(cut))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.FILE_DAMAGED));
        assertThatThrownBy(() -> detector.detect(empty))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.FILE_EMPTY));
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }
}
