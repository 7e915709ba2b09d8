package vn.sohoa.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import vn.sohoa.bench.TestPages.Scan;
import vn.sohoa.imaging.CleanedPage;
import vn.sohoa.imaging.ImagingLimits;
import vn.sohoa.imaging.PageRenderer;
import vn.sohoa.imaging.PageSource;
import vn.sohoa.imaging.PageView;
import vn.sohoa.ocr.OcrEngine;
import vn.sohoa.ocr.OcrEngines;
import vn.sohoa.ocr.UprightReading;
import vn.sohoa.samples.OcrScore;
import vn.sohoa.samples.ScanDamage.Kind;
import vn.sohoa.samples.Typeface;

/**
 * How well pages are read: from an encoded scan to words, as a reader does it. Prints Markdown tables by damage, letters and
 * resolution: character, word and diacritic error rates, CPU seconds a page.
 *
 * <pre>
 * AccuracyBench [--set tune|test] [--pages N] [--from N: other pages, damaged otherwise] [--dpi 200,300] [--damages CLEAN,SKEW] [--threads N] [--folder KEPT]
 *               [--errors N] [--model vie] [--second vie_best] [--dir FOLDER of NAME.png or NAME.jpg beside NAME.txt]
 * </pre>
 */
public final class AccuracyBench {
    private static final ImagingLimits LIMITS = new ImagingLimits(9, 40_000_000, 120_000_000);

    private final Map<String, String> options;
    private final ThreadLocal<OcrEngine> engines = ThreadLocal.withInitial(this::engine);

    private AccuracyBench(Map<String, String> options) {
        this.options = options;
    }

    private record Result(Scan scan, OcrScore score, LetterErrors errors, double cpu, double confidence) {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        new AccuracyBench(options).run();
    }

    private OcrEngine engine() {
        Path models = Path.of("ocr-models");
        return OcrEngines.tesseract(models, option("model", "vie"), option("second", "vie_best"), Path.of("target", "ocr-natives"));
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private void run() throws Exception {
        List<Future<Result>> running = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(Integer.parseInt(option("threads", "2")));
        if (options.containsKey("dir")) {
            real(Path.of(option("dir", ""))).forEach(scan -> running.add(workers.submit(() -> read(scan))));
        } else {
            drawn(workers, running);
        }
        List<Result> results = new ArrayList<>();
        for (Future<Result> each : running) {
            results.add(each.get());
        }
        workers.shutdown();
        print(results);
        System.exit(0);
    }

    private void drawn(ExecutorService workers, List<Future<Result>> running) throws IOException {
        TestPages set = TestPages.valueOf(option("set", "tune").toUpperCase(Locale.ROOT));
        Path folder = options.containsKey("folder")
                ? Files.createDirectories(Path.of(option("folder", "")))
                : Files.createTempDirectory("accuracy");
        List<Kind> damages = new ArrayList<>(TestPages.READABLE);
        damages.add(Kind.BAD);
        if (options.containsKey("damages")) {
            damages = Arrays.stream(option("damages", "").split(",")).map(Kind::valueOf).toList();
        }
        List<Typeface> letters = set.letters();
        for (Kind damage : damages) {
            for (int family = 0; family < letters.size(); family++) {
                for (String dpi : option("dpi", "200,300").split(",")) {
                    int from = Integer.parseInt(option("from", "0"));
                    for (int n = 0; n < Integer.parseInt(option("pages", "1")); n++) {
                        int f = family;
                        int number = from + n;
                        running.add(workers.submit(() -> read(
                                set.draw(damage, letters.get(f), f, Integer.parseInt(dpi), number, folder))));
                    }
                }
            }
        }
    }

    private static List<Scan> real(Path folder) throws IOException {
        List<Scan> scans = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(png|jpg)")).sorted().toList()) {
                Path truth = Path.of(file.toString().replaceAll("\\.(png|jpg)$", ".txt"));
                String name = String.valueOf(file.getFileName());
                scans.add(new Scan(Kind.CLEAN, name, 0, file, List.of(Files.readString(truth))));
            }
        }
        return scans;
    }

    private Result read(Scan scan) {
        OcrEngine engine = engines.get();
        String type = scan.file().toString().endsWith(".png") ? "image/png" : "image/jpeg";
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (PageSource source = PageRenderer.open(scan.file(), type, LIMITS)) {
            PageView page = source.page(1);
            CleanedPage cleaned = page.clean();
            var text = UprightReading.read(
                            engine,
                            cleaned.quarterTurns(),
                            turns -> (turns == cleaned.quarterTurns() ? cleaned : page.clean(turns)).image(),
                            Duration.ofMinutes(2))
                    .text();
            double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / 1e9;
            OcrScore score = OcrScore.best(text.text(), scan.truths());
            int most = Integer.parseInt(option("errors", "0"));
            LetterErrors errors = LetterErrors.best(text.text(), scan.truths(), most);
            return new Result(scan, score, errors, cpu, text.confidence());
        }
    }

    private void print(List<Result> results) {
        for (Result r : results) {
            if (!r.errors().places().isEmpty()) {
                System.out.printf(
                        "%s CER %.2f confidence %.1f%n",
                        r.scan().file().getFileName(), 100 * r.score().cer(), r.confidence());
                r.errors().places().forEach(place -> System.out.println("    " + place));
            }
        }
        if (options.containsKey("dir")) {
            table("page", results, r -> r.scan().letters());
            return;
        }
        table("damage", results, r -> r.scan().damage().name());
        table("letters", readable(results), r -> r.scan().letters());
        table("dpi", readable(results), r -> Integer.toString(r.scan().dpi()));
        table("all", results, r -> r.scan().damage() == Kind.BAD ? "BAD" : "readable");
    }

    private static List<Result> readable(List<Result> results) {
        return results.stream().filter(r -> r.scan().damage() != Kind.BAD).toList();
    }

    private static void table(String title, Collection<Result> results, Function<Result, String> by) {
        Map<String, List<Result>> groups = new LinkedHashMap<>();
        results.forEach(r -> groups.computeIfAbsent(by.apply(r), k -> new ArrayList<>()).add(r));
        System.out.printf(
                "%n| %s | pages | CER %% | WER %% | diacritics %% | worst page %% | confidence | CPU s/page |%n"
                        + "|---|---|---|---|---|---|---|---|%n",
                title);
        groups.forEach((name, group) -> {
            OcrScore score = OcrScore.pooled(group.stream().map(Result::score).toList());
            double letters = group.stream().mapToInt(r -> r.errors().letters()).sum();
            double marks = group.stream().mapToInt(r -> r.errors().diacritics()).sum();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.2f | %.3f | %.2f | %.1f | %.2f |%n",
                    name,
                    group.size(),
                    100 * score.cer(),
                    100 * score.wer(),
                    100 * marks / letters,
                    group.stream().mapToDouble(r -> 100 * r.score().cer()).max().orElse(0),
                    group.stream().mapToDouble(Result::confidence).average().orElse(0),
                    group.stream().mapToDouble(Result::cpu).average().orElse(0));
        });
    }
}
