package vn.sohoa.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.sohoa.imaging.CleanedPage;
import vn.sohoa.imaging.ImagingLimits;
import vn.sohoa.imaging.PageRenderer;
import vn.sohoa.imaging.PageSource;
import vn.sohoa.imaging.PageView;
import vn.sohoa.ocr.OcrEngine;
import vn.sohoa.ocr.OcrEngines;
import vn.sohoa.ocr.UprightReading;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;
import vn.sohoa.samples.ScanDamage.Kind;
import vn.sohoa.samples.Typeface;

/**
 * Whether turned pages are found out: pages of the sample papers, damaged, turned by quarters and slanted by up to ten degrees.
 * {@code TurnBench skew|quarters PAGES [SEED [NUMBERS]]}; {@code skew} only measures slants, {@code quarters} reads. Another seed gives
 * other slants and other damages of the same papers; numbers (such as {@code 2,98}) are those of single pages of that run.
 */
public final class TurnBench {
    private static final ImagingLimits LIMITS = new ImagingLimits(9, 40_000_000, 120_000_000);
    private static final int DPI = 200;
    private static final List<String> PAPERS = List.of(
            "quyet-dinh-quy-trinh",
            "nghi-quyet-hdnd",
            "bao-cao-quy-3",
            "to-trinh-may-quet",
            "huong-dan-quet",
            "cong-dien-mua-lu",
            "to-khai-ly-lich",
            "bien-ban-ban-giao",
            "kham-suc-khoe",
            "bang-thpt",
            "gcn-doanh-nghiep",
            "giay-moi-tap-huan",
            "khai-sinh-chung-thuc",
            "can-cuoc-khoi",
            "giay-nghi-phep",
            "phieu-chuyen-dia-chinh");
    private static final List<Kind> DAMAGES = List.of(
            Kind.CLEAN, Kind.OFFICE, Kind.NOISE, Kind.BLUR, Kind.SHADOW, Kind.FAINT, Kind.BLEED, Kind.WEAK, Kind.FAX);

    private final ThreadLocal<OcrEngine> engines =
            ThreadLocal.withInitial(() -> OcrEngines.tesseract(Path.of("ocr-models"), "vie", "vie_best", Path.of("target", "ocr-natives")));

    private record Result(String page, int quarters, double slant, int foundQuarters, double foundSlant, double cpu) {
        double slantError() {
            return Math.abs(slant - foundSlant);
        }
    }

    public static void main(String[] arguments) throws Exception {
        boolean quarters = arguments[0].equals("quarters");
        int pages = Integer.parseInt(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 77;
        Random random = new Random(seed);
        List<Integer> only = arguments.length > 3 ? Arrays.stream(arguments[3].split(",")).map(Integer::valueOf).toList() : List.of();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        List<Future<Result>> running = new ArrayList<>();
        TurnBench bench = new TurnBench();
        for (int i = 0; i < pages; i++) {
            int number = i;
            int turns = quarters ? random.nextInt(4) : 0;
            double slant = (quarters ? 3 : 10) * (2 * random.nextDouble() - 1);
            if (!only.isEmpty() && !only.contains(number)) {
                continue;
            }
            running.add(workers.submit(() -> bench.page(number, seed, turns, slant, quarters)));
        }
        List<Result> results = new ArrayList<>();
        for (Future<Result> each : running) {
            results.add(each.get());
        }
        workers.shutdown();
        print(results, quarters);
        System.exit(0);
    }

    private Result page(int number, long seed, int turns, double slant, boolean read) throws IOException {
        String paper = PAPERS.get(number % PAPERS.size());
        Kind damage = DAMAGES.get(number % DAMAGES.size());
        List<SamplePages.Page> drawn = SamplePages.draw(PaperText.load(paper), Typeface.SERIF, DPI, 0.85);
        long own = number + 1000 * (seed - 77);
        BufferedImage image = ScanDamage.apply(damage, drawn.get(number % drawn.size()).image(), DPI, own);
        double more = slant - ScanDamage.slant(damage, own); // the damage has turned it by so much
        BufferedImage turned = quarters(more == 0 ? image : ScanDamage.turn(image, more), turns);
        Path file = Files.createTempFile("turn", ".jpg");
        Files.write(file, ImageFiles.jpeg(turned, DPI, 0.75f));
        try (PageSource source = PageRenderer.open(file, "image/jpeg", LIMITS)) {
            PageView view = source.page(1);
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            double found = view.measure().skewDegrees();
            int quarters = 0;
            if (read) {
                CleanedPage first = view.clean();
                quarters = UprightReading.read(
                                engines.get(),
                                first.quarterTurns(),
                                q -> view.clean(q).image(),
                                Duration.ofMinutes(2))
                        .quarterTurns();
            }
            double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
            return new Result(paper + " " + damage + " " + number, Math.floorMod(-turns, 4), slant, quarters, found, cpu);
        } finally {
            Files.delete(file);
        }
    }

    /** Clockwise. */
    private static BufferedImage quarters(BufferedImage im, int turns) {
        if (turns == 0) {
            return im;
        }
        BufferedImage out = new BufferedImage(im.getHeight(), im.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < im.getHeight(); y++) {
            for (int x = 0; x < im.getWidth(); x++) {
                out.setRGB(im.getHeight() - 1 - y, x, im.getRGB(x, y));
            }
        }
        return quarters(out, turns - 1);
    }

    private static void print(List<Result> results, boolean quarters) {
        for (Result r : results) {
            if (quarters ? r.quarters() != r.foundQuarters() : r.slantError() > 0.1) {
                System.out.printf(Locale.ROOT, "%s turned %d slant %.2f: found %d, %.2f%n", r.page(), r.quarters(), r.slant(), r.foundQuarters(), r.foundSlant());
            }
        }
        long right = results.stream().filter(r -> r.quarters() == r.foundQuarters()).count();
        double[] errors = results.stream().mapToDouble(Result::slantError).sorted().toArray();
        double cpu = results.stream().mapToDouble(Result::cpu).average().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%d pages; direction right %d; slant off by: mean %.3f, 95 %% within %.3f, most %.3f degrees; within 0.1: %d; CPU s/page %.2f%n",
                results.size(),
                right,
                Arrays.stream(errors).average().orElse(0),
                errors[(int) (errors.length * 0.95)],
                errors[errors.length - 1],
                Arrays.stream(errors).filter(e -> e <= 0.1).count(),
                cpu);
    }
}
