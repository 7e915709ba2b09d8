package vn.sohoa.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.catalog.DocumentFilter;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReaders;
import vn.sohoa.reading.ReadingSettings;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.storage.ObjectKey;

/** Batches cut through a real reader; their pages carry their text, so nothing has to be recognised. */
@Timeout(300)
class SplitBatchIT {
    private static final List<String> PAPERS =
            List.of("quyet-dinh-to-cong-tac", "nghi-quyet-hdnd", "thong-bao-lich-tiep-nhan");

    @TempDir
    Path folder;

    private DocumentReader reader;
    private SplitBatch splitter;

    @BeforeEach
    void open() {
        ReadingSettings settings =
                ReadingSettings.standard(Path.of("ocr-models"), folder.resolve("natives"), folder.resolve("trust"));
        reader = DocumentReaders.pool(settings);
        splitter = new SplitBatch(reader);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    /** The papers one after the other, as a scanner with a feeder gives them. */
    private Path batch(boolean sheets) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        Path sheet = folder.resolve("sheet.pdf");
        if (sheets) {
            SplitBatch.sheets(1, sheet);
        }
        try (PDDocument batch = new PDDocument()) {
            for (String paper : PAPERS) {
                try (PDDocument each =
                        Loader.loadPDF(SamplePages.pdf(PaperText.load(paper)).bytes())) {
                    merger.appendDocument(batch, each);
                }
                if (sheets && !paper.equals(PAPERS.get(2))) {
                    try (PDDocument each = Loader.loadPDF(sheet.toFile())) {
                        merger.appendDocument(batch, each);
                    }
                }
            }
            batch.getDocumentInformation().setCreator("Máy quét tầng 2");
            Path file = folder.resolve("lo-quet.pdf");
            batch.save(file.toFile());
            return file;
        }
    }

    private static int pages(String paper) throws IOException {
        return SamplePages.pdf(PaperText.load(paper)).truths().size();
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void sheetsCutAndStayOutAndNothingIsLost() throws IOException {
        Path batch = batch(true);
        SplitBatch.Manifest manifest = splitter.split(batch, List.of(), folder.resolve("out"));

        int first = pages(PAPERS.get(0));
        int second = pages(PAPERS.get(1));
        assertThat(manifest.separators()).containsExactly(first + 1, first + second + 2);
        assertThat(manifest.papers())
                .extracting(SplitBatch.PaperWritten::first, SplitBatch.PaperWritten::last)
                .containsExactly(
                        tuple(1, first),
                        tuple(first + 2, first + 1 + second),
                        tuple(first + second + 3, manifest.pages()));
        StringBuilder all = new StringBuilder();
        for (SplitBatch.PaperWritten paper : manifest.papers()) {
            Path file = folder.resolve("out").resolve(paper.file());
            assertThat(Sha256.of(Files.readAllBytes(file)).hex()).isEqualTo(paper.sha256());
            all.append(text(file));
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                assertThat(document.getDocumentInformation().getCreator()).isEqualTo("Máy quét tầng 2");
            }
        }
        assertThat(all.toString().replaceAll("\\s+", " "))
                .isEqualTo(text(batch)
                        .replaceAll("(?m)^.*(TO PHAN TACH|Separator sheet).*$", "")
                        .replaceAll("\\s+", " "));
        assertThat(folder.resolve("out/lo-quet.tach.json")).content().contains("\"separators\" : [ " + (first + 1));
    }

    @Test
    void firstPagesAreProposedAndAnOfficerMayMoveTheCuts() throws IOException {
        Path batch = batch(false);
        SplitBatch.Proposal proposal = splitter.propose(batch);

        int second = pages(PAPERS.get(0)) + 1;
        int third = second + pages(PAPERS.get(1));
        assertThat(proposal.cuts())
                .extracting(SplitBatch.Cut::page, SplitBatch.Cut::reason)
                .containsExactly(tuple(second, "FIRST_PAGE"), tuple(third, "FIRST_PAGE"));
        assertThat(proposal.signed()).isFalse();
        assertThat(splitter.split(batch, List.of(third), folder.resolve("out")).papers())
                .extracting(SplitBatch.PaperWritten::first, SplitBatch.PaperWritten::last)
                .containsExactly(tuple(1, third - 1), tuple(third, proposal.pages()));
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> splitter.split(batch, List.of(99), folder.resolve("out2")))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.USAGE));
        assertThatExceptionOfType(DigitisationException.class)
                .isThrownBy(() -> splitter.split(batch, List.of(third), folder.resolve("out")))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.OUTPUT_EXISTS));
    }

    @Test
    void theSamePagesGiveTheSameBytesWithPicturesUntouchedAndWithoutWaysOut() throws IOException {
        byte[] jpeg = jpeg();
        Path batch = folder.resolve("anh.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage other = new PDPage(PDRectangle.A4);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            document.addPage(other);
            page.setRotation(90);
            PDImageXObject image = PDImageXObject.createFromByteArray(document, jpeg, "scan");
            try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, 595, 842);
            }
            PDAnnotationLink link = new PDAnnotationLink();
            PDPageFitDestination there = new PDPageFitDestination();
            there.setPage(other);
            link.setDestination(there);
            PDAnnotationLink away = new PDAnnotationLink();
            PDActionURI uri = new PDActionURI();
            uri.setURI("https://example.vn");
            away.setAction(uri);
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(10, 10, 90, 40));
            page.setAnnotations(List.of(link, away, stamp));
            document.save(batch.toFile());
        }
        byte[] piece = splitter.piece(batch, 1, 1);

        assertThat(splitter.piece(batch, 1, 1)).isEqualTo(piece);
        try (PDDocument cut = Loader.loadPDF(piece)) {
            assertThat(cut.getNumberOfPages()).isEqualTo(1);
            assertThat(cut.getPage(0).getRotation()).isEqualTo(90);
            assertThat(cut.getPage(0).getAnnotations()).singleElement().isInstanceOf(PDAnnotationRubberStamp.class);
            for (COSName name : cut.getPage(0).getResources().getXObjectNames()) {
                assertThat(((PDImageXObject) cut.getPage(0).getResources().getXObject(name))
                                .getCOSObject()
                                .createRawInputStream()
                                .readAllBytes())
                        .isEqualTo(jpeg);
            }
        }
    }

    private static byte[] jpeg() throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(
                SamplePages.draw(PaperText.load("giay-moi-tap-huan"), 100)
                        .get(0)
                        .image(),
                "jpeg",
                out);
        return out.toByteArray();
    }

    @Test
    void aLooseScanIsCutAtItsSheetsWhenItIsReceivedAndOnlyThen() throws IOException {
        byte[] batch = Files.readAllBytes(batch(true));
        try (Corridor house = new Corridor(Files.createDirectories(folder.resolve("house")))) {
            Path inbox = folder.resolve("inbox");
            Path loose = Files.createDirectories(inbox.resolve("H15.12-261102-0042"));
            Files.write(loose.resolve("lo-quet.pdf"), batch);
            Files.write(loose.resolve("hong.pdf"), new byte[] {1, 2, 3});
            LooseScans scans = new LooseScans(reader, splitter, house.folders, Corridor.settings(true));
            ReceiveDossier receive = new ReceiveDossier(
                    house.store,
                    house.catalog,
                    house.rows.handlingBook(),
                    house.ledger,
                    house.folders,
                    scans,
                    Corridor.CLOCK);
            assertThat(receive.receive(inbox, Duration.ZERO, house.run).received())
                    .isEqualTo(1);

            List<Document> papers = house.catalog.documents(DocumentFilter.ALL);
            assertThat(papers).hasSize(4);
            Map<String, Document> named = new java.util.TreeMap<>();
            papers.forEach(paper -> named.put(paper.source().name(), paper));
            int first = pages(PAPERS.get(0));
            Document paper = named.get("lo-quet-tr1" + (first > 1 ? "-" + first : "") + ".pdf");
            assertThat(house.store.read(
                            new ObjectKey(paper.object("MASTER").orElseThrow().key()),
                            paper.source().sha256()))
                    .startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(named).containsKey("hong.pdf");
            assertThat(house.rows.auditTrail().history(paper.id()).get(0).detail())
                    .contains("tách 3 giấy tờ từ " + Sha256.of(batch).hex());
            try (var left = Files.list(house.folders.staging())) {
                assertThat(left).isEmpty();
            }
            assertThat(inbox.resolve("done/H15.12-261102-0042/lo-quet.pdf")).hasBinaryContent(batch);
        }
    }
}
