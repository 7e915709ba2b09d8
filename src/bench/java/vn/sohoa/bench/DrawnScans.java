package vn.sohoa.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PageTruth;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;

/**
 * Scanned pages with their truth, drawn once and kept: of ten, seven in colour at 300 dpi (JPEG), two grey at 200 dpi (JPEG), one
 * black and white at 300 dpi (TIFF G4); damages as an office scanner makes them.
 */
record DrawnScans(List<Scan> scans) {
    private static final Path PAPERS = Path.of("src/test/resources/samples/papers");
    private static final List<String> NO_SCANS = List.of("README", "blank", "manh-giay");
    private static final ScanDamage.Kind[] DAMAGES = {
        ScanDamage.Kind.CLEAN, ScanDamage.Kind.OFFICE, ScanDamage.Kind.OFFICE, ScanDamage.Kind.SKEW, ScanDamage.Kind.NOISE,
        ScanDamage.Kind.SHADOW, ScanDamage.Kind.FAINT, ScanDamage.Kind.BLEED
    };

    /** A page of its own and the texts that are right for it. */
    record Scan(Path file, int dpi, List<String> truths) {}

    static DrawnScans of(int pages, long seed) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/bench/ocr/pages-" + seed));
        List<String> papers = papers();
        Random random = new Random(seed);
        List<Scan> scans = new ArrayList<>();
        for (int paper = 0; scans.size() < pages; paper++) {
            String name = papers.get(paper % papers.size());
            ScanDamage.Kind damage = DAMAGES[random.nextInt(DAMAGES.length)];
            long own = random.nextLong();
            scans.addAll(draw(folder, scans.size() + 1, name, damage, own, pages - scans.size()));
        }
        return new DrawnScans(scans);
    }

    private static List<String> papers() throws IOException {
        try (Stream<Path> files = Files.list(PAPERS)) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.[a-z]+$", ""))
                    .filter(name -> !NO_SCANS.contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static List<Scan> draw(Path folder, int first, String name, ScanDamage.Kind damage, long seed, int most)
            throws IOException {
        int form = first % 10;
        int dpi = form == 1 || form == 2 ? 200 : 300;
        String ending = form == 3 ? ".tif" : ".jpg";
        Path done = folder.resolve(String.format("p%04d.pages", first));
        if (!Files.exists(done)) {
            int number = first;
            List<SamplePages.Page> drawn = SamplePages.draw(PaperText.load(name), dpi, dpi == 200 || form == 3 ? 0.3 : 0.85);
            for (SamplePages.Page page : drawn) {
                BufferedImage scan = ScanDamage.apply(damage, page.image(), dpi, seed + number);
                Files.write(folder.resolve(stem(number) + ending), bytes(scan, form, dpi));
                Files.writeString(folder.resolve(stem(number) + ".txt"), text(page.truth()));
                number++;
            }
            Files.writeString(done, Integer.toString(drawn.size()));
        }
        int pages = Math.min(most, Integer.parseInt(Files.readString(done)));
        List<Scan> scans = new ArrayList<>();
        for (int number = first; number < first + pages; number++) {
            List<String> truths = Arrays.asList(Files.readString(folder.resolve(stem(number) + ".txt")).split("\f"));
            scans.add(new Scan(folder.resolve(stem(number) + ending), dpi, truths));
        }
        return scans;
    }

    private static String stem(int number) {
        return String.format("p%04d", number);
    }

    private static String text(PageTruth truth) {
        return String.join("\f", truth.orders());
    }

    private static byte[] bytes(BufferedImage scan, int form, int dpi) throws IOException {
        return switch (form) {
            case 1, 2 -> ImageFiles.jpeg(ImageFiles.grey(scan), dpi, 0.75f);
            case 3 -> ImageFiles.tiff(List.of(ImageFiles.bilevel(scan, 150)), dpi, "CCITT T.6", 1);
            default -> ImageFiles.jpeg(scan, dpi, 0.75f);
        };
    }

    /** Pages with truth that lie in a folder: pictures, each with a text of the same name. */
    static DrawnScans in(Path folder) throws IOException {
        List<Scan> scans = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Path truth = folder.resolve(name.replaceAll("\\.[a-z]+$", ".txt"));
                if (name.matches(".*\\.(png|jpe?g|tiff?)") && Files.exists(truth)) {
                    scans.add(new Scan(file.toAbsolutePath(), 0, List.of(Files.readString(truth))));
                }
            }
        }
        return new DrawnScans(scans);
    }

    /** One PDF of so many pages, with the bytes of the scans; begins anew when there are no more. */
    void pdf(int pages, Path target) throws IOException {
        pdf(pages, scans, 1, target);
    }

    /** One PDF of so many black-and-white pages. @param part share of each page, from its top, that keeps its ink */
    void bilevelPdf(int pages, double part, Path target) throws IOException {
        pdf(pages, scans.stream().filter(DrawnScans::isTiff).toList(), part, target);
    }

    private static void pdf(int pages, List<Scan> from, double part, Path target) throws IOException {
        try (PDDocument document = new PDDocument(
                org.apache.pdfbox.io.MemoryUsageSetting.setupMixed(64 << 20).streamCache)) {
            Map<Scan, PDImageXObject> packed = new HashMap<>();
            for (int i = 0; i < pages; i++) {
                Scan scan = from.get(i % from.size());
                if (!packed.containsKey(scan)) {
                    packed.put(scan, image(document, scan, part));
                }
                PDImageXObject image = again(document, packed.get(scan));
                float width = image.getWidth() * 72f / scan.dpi();
                float height = image.getHeight() * 72f / scan.dpi();
                PDPage page = new PDPage(new PDRectangle(width, height));
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, width, height);
                }
            }
            document.save(target.toFile());
        }
    }

    /** An object of its own with the same bytes. */
    private static PDImageXObject again(PDDocument document, PDImageXObject packed) throws IOException {
        COSStream from = packed.getCOSObject();
        try (InputStream bytes = from.createRawInputStream()) {
            PDImageXObject image = new PDImageXObject(document, bytes, from.getFilters(), packed.getWidth(),
                    packed.getHeight(), packed.getBitsPerComponent(), packed.getColorSpace());
            image.getCOSObject().setItem(COSName.DECODE_PARMS, from.getDictionaryObject(COSName.DECODE_PARMS));
            return image;
        }
    }

    private static boolean isTiff(Scan scan) {
        return scan.file().toString().endsWith(".tif");
    }

    private static PDImageXObject image(PDDocument document, Scan scan, double part) throws IOException {
        byte[] bytes = Files.readAllBytes(scan.file());
        if (!isTiff(scan)) {
            return JPEGFactory.createFromByteArray(document, bytes);
        }
        BufferedImage page = ImageIO.read(new ByteArrayInputStream(bytes));
        int kept = (int) (part * page.getHeight());
        Graphics2D eraser = page.createGraphics();
        eraser.setColor(Color.WHITE);
        eraser.fillRect(0, kept, page.getWidth(), page.getHeight() - kept);
        eraser.dispose();
        return CCITTFactory.createFromImage(document, page);
    }
}
