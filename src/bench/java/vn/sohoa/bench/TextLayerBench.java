package vn.sohoa.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;
import vn.sohoa.pdfa.AccessCopyInfo;
import vn.sohoa.pdfa.AccessCopyWriter;
import vn.sohoa.pdfa.AccessPage;
import vn.sohoa.workflow.QuickTools;
import vn.sohoa.workflow.ReadFiles;

/**
 * What viewers' programs find in access copies: the files are read once, then their words are put on pages of every slant and quarter
 * turn, and poppler's text is compared with ours. Arguments: FILE… (default: the papers under jobs/samples/inbox).
 */
public final class TextLayerBench {
    private static final double[] TURNS = {0, 0.05, 0.3, 1, -1, 2.5, -2.5, 5, -5, 10, -10, 90, 180, 270, 92.5, 177, 275, -83};

    private TextLayerBench() {}

    /** One page and its size in pixels, as it is read. */
    private record Page(PageText text, int width, int height, double dpi) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Page> pages = read(files(arguments));
        System.out.printf("%d pages%n%8s %9s %9s %12s %12s%n", pages.size(), "turned", "raw CER", "raw lost", "plain CER", "plain lost");
        for (double turn : TURNS) {
            measure(pages, turn);
        }
    }

    private static List<Path> files(String... arguments) throws IOException {
        if (arguments.length > 0) {
            return Arrays.stream(arguments).map(Path::of).toList();
        }
        try (var all = Files.walk(Path.of("jobs/samples/inbox"))) {
            return all.filter(file -> file.toString().matches(".*\\.(pdf|jpg|png|tif)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Page> read(List<Path> files) {
        Path home = Path.of("").toAbsolutePath();
        Map<String, String> settings =
                Map.of("sohoa.home", home.toString(), "sohoa.data", "target/bench-data", "sohoa.reading.readers", "2");
        try (QuickTools tools = QuickTools.open(settings)) {
            return files.parallelStream()
                    .flatMap(file -> pages(tools.files(), file).stream())
                    .toList();
        }
    }

    private static List<Page> pages(ReadFiles tools, Path file) {
        try {
            return tools.read(file, 1, Integer.MAX_VALUE).pages().stream()
                    .filter(page -> page.measured().isPresent() && !page.text().words().isEmpty())
                    .map(page -> new Page(
                            page.text(),
                            page.measured().get().widthPx(),
                            page.measured().get().heightPx(),
                            page.measured().get().dpi() > 0 ? page.measured().get().dpi() : 300))
                    .toList();
        } catch (vn.sohoa.dossier.DigitisationException unreadable) {
            return List.of(); // some samples are meant to be
        }
    }

    private static void measure(List<Page> pages, double turn) throws IOException, InterruptedException {
        List<AccessPage> shown = new ArrayList<>();
        for (Page page : pages) {
            boolean lying = Math.floorMod(Math.round(turn / 90), 2) == 1;
            PageFile blank = blank(lying ? page.height() : page.width(), lying ? page.width() : page.height(), page.dpi());
            shown.add(new AccessPage(blank, new PageText(page.text().source(), page.text().words(), turn)));
        }
        Path folder = Files.createTempDirectory("text-layer");
        Path copy = folder.resolve("copy.pdf");
        AccessCopyInfo info = new AccessCopyInfo("bench", "vi-VN", Instant.EPOCH, "SoHoa", Map.of());
        new AccessCopyWriter().write(shown, info, copy);
        String ours = pages.stream().map(page -> page.text().text()).collect(Collectors.joining("\f"));
        String raw = poppler("-raw", copy);
        String plain = poppler("-q", copy);
        System.out.printf(
                "%8.2f %8.4f%% %9d %11.4f%% %12d%n",
                turn, 100 * cer(raw, ours), lost(raw, ours), 100 * cer(plain, ours), lost(plain, ours));
        if (System.getProperty("keep") != null) {
            Files.writeString(folder.resolve("ours.txt"), ours);
            System.out.println("  " + folder);
        }
    }

    private static PageFile blank(int width, int height, double dpi) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new PageFile(PageFile.Encoding.PNG, png.toByteArray(), width, height, false, dpi);
    }

    private static String poppler(String how, Path pdf) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("pdftotext", how, "-enc", "UTF-8", pdf.toString(), "-").start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\s\\f]+", " ")
                .strip();
    }

    /** Words of ours that poppler does not give back whole. */
    private static long lost(String theirs, String ours) {
        Map<String, Long> held = Arrays.stream(normal(theirs).split(" "))
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        return Arrays.stream(normal(ours).split(" "))
                .filter(word -> held.merge(word, -1L, Long::sum) < 0)
                .count();
    }

    /** Page by page. */
    private static double cer(String theirs, String ours) {
        String[] a = theirs.split("\f", -1);
        String[] b = ours.split("\f", -1);
        long errors = 0;
        long letters = 0;
        for (int i = 0; i < b.length; i++) {
            errors += distance(normal(i < a.length ? a[i] : ""), normal(b[i]));
            letters += normal(b[i]).length();
        }
        return (double) errors / letters;
    }

    private static int distance(String theirs, String ours) {
        int[] last = new int[ours.length() + 1];
        int[] row = new int[ours.length() + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= theirs.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= ours.length(); j++) {
                int put = last[j - 1] + (theirs.charAt(i - 1) == ours.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(put, Math.min(last[j], row[j - 1]) + 1);
            }
            int[] spare = last;
            last = row;
            row = spare;
        }
        return last[ours.length()];
    }
}
