package vn.sohoa.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.page.PageText;
import vn.sohoa.samples.PngChunks;
import vn.sohoa.testpki.FileSigning;
import vn.sohoa.testpki.TestPki;

/** Drawn and hostile files through a real reader; one process serves them all, since none of them may end it. */
@Timeout(120)
class ForeignFilesTest {
    private static final ReadingRequest PAGES = ReadingRequest.of(Part.MEASUREMENTS, Part.QR, Part.PAGE_FILES);

    @TempDir
    static Path folder;

    private static ReaderPool pool;

    @BeforeAll
    static void startReader() {
        pool = new ReaderPool(ReaderSettings.small(folder, 60), ReaderMain.class.getName());
    }

    @AfterAll
    static void endReader() {
        pool.close();
    }

    @Test
    void readsADrawnPdfWhole() throws IOException {
        Path pdf = DrawnPdf.write(folder.resolve("to-khai.pdf"), 3, "");

        DocumentReading reading = pool.read(pdf, ReadingRequest.of(Part.MEASUREMENTS, Part.WORDS, Part.PAGE_FILES));

        assertThat(reading.sha256()).isEqualTo(Sha256.of(Files.readAllBytes(pdf)));
        assertThat(reading.mediaType()).isEqualTo("application/pdf");
        assertThat(reading.totalPages()).isEqualTo(3);
        assertThat(reading.pages()).extracting(PageReading::page).containsExactly(1, 2, 3);
        assertThat(reading.pages()).allSatisfy(page -> {
            PageText words = page.text().orElseThrow();
            assertThat(words.source()).isEqualTo(PageText.Source.TEXT);
            assertThat(words.text()).contains(DrawnPdf.FIRST_LINE);
            assertThat(page.measurements()).isPresent();
            assertThat(page.pageFile()).isPresent();
        });
    }

    @Test
    void readsOnlyThePagesAndPartsAskedFor() throws IOException {
        Path pdf = DrawnPdf.write(folder.resolve("giay-khai-sinh.pdf"), 3, "");

        ReadingRequest middle = new ReadingRequest(java.util.Set.of(Part.MEASUREMENTS), 2, 2);
        DocumentReading reading = pool.read(pdf, middle);

        assertThat(reading.totalPages()).isEqualTo(3);
        assertThat(reading.pages()).extracting(PageReading::page).containsExactly(2);
        assertThat(reading.pages().get(0).text()).isEmpty();
        assertThat(reading.pages().get(0).pageFile()).isEmpty();
    }

    @Test
    void carriesTheSignatureReportAcross() throws IOException {
        Path pdf = DrawnPdf.write(folder.resolve("chua-ky.pdf"), 1, "");

        DocumentReading alone = pool.read(pdf, ReadingRequest.of(Part.SIGNATURES));
        DocumentReading both = pool.read(pdf, ReadingRequest.of(Part.SIGNATURES, Part.MEASUREMENTS));

        assertThat(alone.pages()).isEmpty();
        assertThat(alone.signature().orElseThrow().verdict()).isEqualTo(SignatureVerdict.KHONG_CO_CHU_KY);
        assertThat(both.signature()).isEqualTo(alone.signature());
        assertThat(both.pages()).hasSize(1);
    }

    /** None of these is a paper that is taken in, and yet an officer may ask what their signatures are worth. */
    @Test
    void judgesSignedXmlContainersAndCmsThatAreNoPapers() throws IOException {
        byte[] xml =
                "<?xml version=\"1.0\"?>\n<giay so=\"1\"><ten>Quyết định</ten></giay>".getBytes(StandardCharsets.UTF_8);
        try (TestPki pki = TestPki.start()) {
            FileSigning signer = FileSigning.by(pki, pki.signer("Văn thư Thử"));
            Map<String, byte[]> files = Map.of(
                    "ky.xml", signer.xml(xml, SignatureLevel.XAdES_BASELINE_B),
                    "ky.asice", signer.containerOfXml(Map.of("a.xml", xml), false, SignatureLevel.XAdES_BASELINE_B),
                    "ky.asics", signer.containerOfCms(Map.of("a.xml", xml), true, SignatureLevel.CAdES_BASELINE_B),
                    "ky.p7m", signer.cms(xml, true, SignatureLevel.CAdES_BASELINE_B));
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                Path file = Files.write(folder.resolve(each.getKey()), each.getValue());
                SignatureReport report = pool.read(file, ReadingRequest.of(Part.SIGNATURES))
                        .signature()
                        .orElseThrow();
                assertThat(report.verdict()).as("%s %s", each.getKey(), report).isEqualTo(SignatureVerdict.CAN_XEM_XET);
                assertThat(report.reasons())
                        .extracting(SignatureReport.Reason::code)
                        .containsExactly("NO_TRUST_ANCHOR");
                assertThat(report.signatures()).hasSize(1);
                assertProblem(file, Problem.TYPE_NOT_ACCEPTED);
            }
        }
        Path bare = Files.write(folder.resolve("chua-ky.xml"), xml);
        assertThat(pool.read(bare, ReadingRequest.of(Part.SIGNATURES))
                        .signature()
                        .orElseThrow()
                        .verdict())
                .isEqualTo(SignatureVerdict.KHONG_CO_CHU_KY);
    }

    @Test
    void refusesAPdfUnderAPassword() throws IOException {
        assertProblem(DrawnPdf.write(folder.resolve("mat-khau.pdf"), 1, "bí mật"), Problem.FILE_PROTECTED);
    }

    @Test
    void refusesATruncatedPicture() throws IOException {
        byte[] png = png(400, 400, 400 * 401);
        assertProblem(Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, png.length / 2)), Problem.FILE_DAMAGED);
    }

    @Test
    void refusesAPdfOfGarbage() throws IOException {
        byte[] garbage = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog\n".getBytes(StandardCharsets.US_ASCII);
        assertProblem(Files.write(folder.resolve("garbage.pdf"), garbage), Problem.FILE_DAMAGED);
    }

    @Test
    void refusesAPictureOfSixtyThousandPixelsEachWayByItsHeader() throws IOException {
        assertProblem(Files.write(folder.resolve("huge.png"), png(60_000, 60_000, 1000)), Problem.IMAGE_TOO_LARGE);
    }

    @Test
    void refusesAZipBombInOfficeClothes() throws IOException {
        Path bomb = folder.resolve("bomb.docx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.write(("<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml\"/></Types>")
                    .getBytes(StandardCharsets.US_ASCII));
            out.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] million = new byte[1_000_000];
            for (int i = 0; i < 100; i++) {
                out.write(million);
            }
        }
        DigitisationException e =
                catchThrowableOfType(DigitisationException.class, () -> pool.read(bomb, ReadingRequest.of(Part.WORDS)));
        assertThat(e.problem()).isEqualTo(Problem.UNPACKED_TOO_LARGE);
    }

    private static void assertProblem(Path file, Problem problem) throws IOException {
        DigitisationException e = catchThrowableOfType(DigitisationException.class, () -> pool.read(file, PAGES));
        assertThat(e).as(file.getFileName().toString()).isNotNull();
        assertThat(e.problem()).as(e.detail()).isEqualTo(problem);
        // the one reader lives on
        assertThat(pool.processes()).hasSize(1).allMatch(ProcessHandle::isAlive);
    }

    /** A grey PNG whose header says one size and which holds so many bytes of pixels. */
    private static byte[] png(int width, int height, int bytes) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        out.writeLong(0x89504e470d0a1a0aL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 0, 0, 0, 0});
        PngChunks.write(out, "IHDR", header.toByteArray());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(new byte[bytes]);
        }
        PngChunks.write(out, "IDAT", packed.toByteArray());
        PngChunks.write(out, "IEND", new byte[0]);
        return file.toByteArray();
    }
}
