package vn.sohoa.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sohoa.bench.DrawnScans.Scan;
import vn.sohoa.samples.OcrScore;

/** See src/bench/ocr. */
public final class OcrBench {
    private static final Path PAGE = Path.of("src/docs/benchmarks.md");
    private static final Path WORK = Path.of("target/bench/ocr");

    private final Map<String, String> options;

    private OcrBench(Map<String, String> options) {
        this.options = options;
    }

    /** One program on one set of pages. */
    private record Line(OcrTool tool, String set, int pages, MeasuredRun run, long bytes, OcrScore score, long missing) {
        double cpu() {
            return run.cpuSeconds() / pages;
        }

        double rate() {
            return 60 * pages / run.wallSeconds();
        }
    }

    /** @param arguments as src/bench/ocr says */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replace("--", ""), arguments[i + 1]);
        }
        OcrBench bench = new OcrBench(options);
        if (options.containsKey("flat")) {
            bench.write("flat", bench.flat());
        } else {
            bench.write("compare", bench.compare());
        }
    }

    private String compare() throws IOException, InterruptedException {
        int pages = Integer.parseInt(options.getOrDefault("pages", "200"));
        DrawnScans drawn = DrawnScans.of(pages, Long.parseLong(options.getOrDefault("seed", "1")));
        Path pdf = WORK.resolve("document-" + pages + ".pdf");
        drawn.pdf(pages, pdf);
        String only = options.getOrDefault("only", "sohoa,ocrmypdf,tesseract");
        List<Line> lines = new ArrayList<>();
        for (OcrTool tool : OcrTool.values()) {
            if (Arrays.asList(only.split(",")).contains(tool.command())) {
                lines.add(files(tool, pages + " × 1", drawn.scans()));
                if (!tool.document(pdf, WORK).isEmpty()) {
                    lines.add(document(tool, "1 × " + pages, pdf, drawn.scans()));
                }
                if (options.containsKey("dir")) {
                    lines.add(files(tool, "real", DrawnScans.in(Path.of(options.get("dir"))).scans()));
                }
            }
        }
        return conditions() + table(lines) + ratios(lines);
    }

    private Line files(OcrTool tool, String set, List<Scan> scans) throws IOException, InterruptedException {
        Path out = fresh(tool.command());
        MeasuredRun run = run(tool, tool.files(scans.stream().map(Scan::file).toList(), out));
        List<OcrScore> scores = new ArrayList<>();
        long missing = 0;
        for (Scan scan : scans) {
            Path made = out.resolve(scan.file().getFileName().toString().replaceAll("\\.[a-z]+$", ".pdf"));
            missing += Files.exists(made) ? 0 : 1;
            scores.add(Files.exists(made) ? best(text(made), text(made, "-raw"), scan.truths()) : OcrScore.best("", scan.truths()));
        }
        return told(new Line(tool, set, scans.size(), run, bytes(out), OcrScore.pooled(scores), missing));
    }

    private Line document(OcrTool tool, String set, Path pdf, List<Scan> scans) throws IOException, InterruptedException {
        Path out = fresh(tool.command() + "-document");
        MeasuredRun run = run(tool, tool.document(pdf, out));
        Path made = out.resolve("document.pdf");
        String[] texts = Files.exists(made) ? text(made).split("\f", -1) : new String[0];
        String[] raw = Files.exists(made) ? text(made, "-raw").split("\f", -1) : new String[0];
        List<OcrScore> scores = new ArrayList<>();
        long missing = 0;
        for (int i = 0; i < scans.size(); i++) {
            missing += i < texts.length ? 0 : 1;
            List<String> truths = scans.get(i).truths();
            scores.add(i < texts.length ? best(texts[i], raw[i], truths) : OcrScore.best("", truths));
        }
        return told(new Line(tool, set, scans.size(), run, bytes(out), OcrScore.pooled(scores), missing));
    }

    private static MeasuredRun run(OcrTool tool, List<String> command) throws IOException, InterruptedException {
        return MeasuredRun.of(command, OcrTool.ENVIRONMENT, WORK.resolve(tool.command() + ".log"));
    }

    private static Line told(Line line) {
        System.out.println(row(line));
        return line;
    }

    private static Path fresh(String name) throws IOException {
        Path folder = WORK.resolve("out-" + name);
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder).toAbsolutePath();
    }

    /** Where columns stand side by side, the order of the file or that on the page: neither is the fault of who read it. */
    private static OcrScore best(String laid, String raw, List<String> truths) {
        OcrScore a = OcrScore.best(laid, truths);
        OcrScore b = OcrScore.best(raw, truths);
        return a.cer() <= b.cer() ? a : b;
    }

    private static String text(Path pdf, String... options) throws IOException, InterruptedException {
        Path text = Files.createTempFile("text", ".txt");
        List<String> line = new ArrayList<>(List.of("pdftotext", "-enc", "UTF-8"));
        line.addAll(List.of(options));
        line.addAll(List.of(pdf.toString(), text.toString()));
        new ProcessBuilder(line).start().waitFor();
        String out = Files.readString(text);
        Files.delete(text);
        return out;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static String table(List<Line> lines) {
        StringBuilder out = new StringBuilder("| | pages | CPU s a page | pages/min | peak MB | KB a page | CER % | WER % | words lost % | files missing |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n");
        lines.forEach(line -> out.append(row(line)).append('\n'));
        return out.append('\n').toString();
    }

    private static String row(Line l) {
        return String.format("| %s | %s | %.2f | %.1f | %d | %d | %.2f | %.2f | %.2f | %d |", l.tool().command(), l.set(), l.cpu(), l.rate(),
                l.run().peakBytes() >> 20, l.bytes() / 1024 / l.pages(), 100 * l.score().cer(), 100 * l.score().wer(),
                100.0 * l.score().wordsMissed() / l.score().words(), l.missing());
    }

    private static String ratios(List<Line> lines) {
        StringBuilder out = new StringBuilder("| SoHoa against | pages | pages/min, times | CPU a page, share | CER, share |\n|---|---|---|---|---|\n");
        for (Line ours : lines) {
            for (Line other : lines) {
                if (ours.tool() == OcrTool.SOHOA && other.tool() != OcrTool.SOHOA && ours.set().equals(other.set())) {
                    out.append(String.format("| %s | %s | %.1f | %.2f | %.2f |%n", other.tool().command(), ours.set(),
                            ours.rate() / other.rate(), ours.cpu() / other.cpu(), ours.score().cer() / other.score().cer()));
                }
            }
        }
        return out.append('\n').toString();
    }

    private String flat() throws IOException, InterruptedException {
        DrawnScans drawn = DrawnScans.of(20, Long.parseLong(options.getOrDefault("seed", "1")));
        StringBuilder out = new StringBuilder(conditions()
                + "| pages of one file | MB | CPU s a page | pages/min | peak MB |\n|---|---|---|---|---|\n");
        for (String size : options.get("flat").split(",")) {
            int pages = Integer.parseInt(size);
            Path pdf = WORK.resolve("flat.pdf");
            drawn.bilevelPdf(pages, Double.parseDouble(options.getOrDefault("part", "1")), pdf);
            MeasuredRun run = run(OcrTool.SOHOA, OcrTool.SOHOA.document(pdf, fresh("flat")));
            String row = String.format("| %d | %.0f | %.3f | %.1f | %d |%s%n", pages, Files.size(pdf) / 1e6, run.cpuSeconds() / pages,
                    60 * pages / run.wallSeconds(), run.peakBytes() >> 20, run.good() ? "" : " failed");
            System.out.print(row);
            out.append(row);
        }
        return out.append('\n').toString();
    }

    private static String conditions() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceAll(".*: ", ""))
                .orElse("?");
        return String.format("%s, %d cores (%s), load of the last minute before the run %.1f, Java %s.%n%n", LocalDate.now(), OcrTool.CORES,
                model, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), System.getProperty("java.version"));
    }

    /** Between the marks of that name. */
    private void write(String name, String text) throws IOException {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->\n";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        Files.writeString(PAGE, page.substring(0, from) + text + page.substring(page.indexOf(end)));
        System.out.println(text);
    }
}
