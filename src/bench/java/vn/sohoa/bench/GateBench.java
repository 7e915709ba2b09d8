package vn.sohoa.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vn.sohoa.imaging.ImagingLimits;
import vn.sohoa.imaging.PageRenderer;
import vn.sohoa.imaging.PageSource;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.quality.QualityGate;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.quality.Verdict;
import vn.sohoa.samples.ImageFiles;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.ScanDamage;

/**
 * The quality gate against scans with planted faults and against good ones, as files that are opened like any other.
 * {@code GateBench [--set tune|test] [--papers 5] [--good 300] [--seed N] [--only FAULT] [--marks]} prints a confusion table; two threads.
 */
public final class GateBench {
    private static final ImagingLimits LIMITS = new ImagingLimits(100, 40_000_000, 120_000_000);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final QualityProfiles profiles = QualityProfiles.load(Path.of("jobs/reference/quality-profiles.yml"));
    private final boolean tuning;
    private final int papers;
    private final int good;
    private final long seed;
    private final String only;
    private final boolean marks;
    private final StringBuffer goodTable = new StringBuffer();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger measured = new AtomicInteger();

    private GateBench(Map<String, String> options) {
        tuning = options.getOrDefault("--set", "test").equals("tune");
        papers = Integer.parseInt(options.getOrDefault("--papers", "5"));
        good = Integer.parseInt(options.getOrDefault("--good", "300"));
        seed = Long.parseLong(options.getOrDefault("--seed", tuning ? "1" : "700001"));
        only = options.getOrDefault("--only", "");
        marks = options.containsKey("--marks");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < args.length; i++) {
            options.put(args[i], i + 1 < args.length && !args[i + 1].startsWith("--") ? args[++i] : "");
        }
        new GateBench(options).run();
    }

    private void run() throws IOException, InterruptedException {
        Thread beside = new Thread(() -> {
            try {
                goodPages();
            } catch (IOException cannot) {
                throw new java.io.UncheckedIOException(cannot);
            }
        });
        if (good > 0 && (only.isEmpty() || only.equals("GOOD"))) {
            beside.start();
        }
        OUT.println("| planted fault | code | scans | found | of these to be scanned again | missed |");
        OUT.println("|---|---|---|---|---|---|");
        int all = 0;
        int found = 0;
        for (PlantedFaults.Fault fault : PlantedFaults.Fault.values()) {
            if (only.isEmpty() || only.equals(fault.name())) {
                int[] counts = faults(fault);
                all += counts[0];
                found += counts[1];
            }
        }
        OUT.printf(Locale.ROOT, "| **all** | | %d | **%d = %.1f %%** | | %d |%n%n", all, found, 100.0 * found / all, all - found);
        beside.join();
        OUT.print(goodTable);
        OUT.printf(Locale.ROOT, "%n%.0f ms a page for decoding and measuring (%d pages, %s)%n", nanos.get() / 1e6 / measured.get(), measured.get(),
                tuning ? "tuning set" : "test set");
    }

    private int[] faults(PlantedFaults.Fault fault) throws IOException {
        int planted = 0;
        int found = 0;
        int again = 0;
        List<String> missed = new ArrayList<>();
        for (int strength = 0; strength < 3; strength++) {
            for (int i = 0; i < papers; i++) {
                long at = seed + fault.ordinal() * 1000L + strength * 100L + i;
                GatePapers.Kind kind = kind(fault, i);
                PaperText paper = GatePapers.paper(tuning, kind, at);
                int dpi = i % 4 == 3 ? 300 : 200;
                List<PlantedFaults.Scan> scans = PlantedFaults.plant(fault, strength, paper, dpi, at);
                Verdict verdict = judge(fault.profile, scans, at);
                boolean named = verdict.faults().stream().anyMatch(f -> f.problem() == fault.code);
                planted++;
                found += named ? 1 : 0;
                again += named && !verdict.pass() ? 1 : 0;
                if (!named || (fault.rescan && verdict.pass())) {
                    missed.add(strength + "/" + paper.name() + "/" + dpi + (named ? " noted only" : ""));
                }
            }
        }
        OUT.printf("| %s | `%s` | %d | %d | %d | %s |%n", fault.name().toLowerCase(Locale.ROOT).replace('_', ' '), fault.code,
                planted, found, again, String.join(", ", missed));
        return new int[] {planted, found};
    }

    private static GatePapers.Kind kind(PlantedFaults.Fault fault, int i) {
        GatePapers.Kind[] all = GatePapers.Kind.values();
        return switch (fault) {
            case GREY_OF_SEAL, GREY_OF_SIGNATURE -> GatePapers.Kind.STAMPED;
            case CUT_ABOVE_BELOW, CUT_BESIDE, ENLARGED ->
                new GatePapers.Kind[] {GatePapers.Kind.TEXT, GatePapers.Kind.STAMPED, GatePapers.Kind.TABLE}[i % 3];
            default -> all[i % all.length];
        };
    }

    private void goodPages() throws IOException {
        ScanDamage.Kind[] ways = {
            ScanDamage.Kind.CLEAN, ScanDamage.Kind.OFFICE, ScanDamage.Kind.SKEW, ScanDamage.Kind.OFFICE, ScanDamage.Kind.BLEED,
            ScanDamage.Kind.NOISE, ScanDamage.Kind.PHOTO, ScanDamage.Kind.SHADOW, ScanDamage.Kind.FAINT, ScanDamage.Kind.OFFICE
        };
        Map<GatePapers.Kind, int[]> byKind = new EnumMap<>(GatePapers.Kind.class);
        Map<String, Integer> notes = new TreeMap<>();
        int wrong = 0;
        for (int i = 0; i < good; i++) {
            GatePapers.Kind kind = GatePapers.Kind.values()[i % GatePapers.Kind.values().length];
            long at = seed + 500_000 + i;
            int dpi = i / 6 % 4 == 3 ? 300 : 200;
            ScanDamage.Kind way = ways[i / 3 % ways.length];
            PaperText paper = GatePapers.paper(tuning, kind, at);
            BufferedImage image = ScanDamage.apply(way, GatePapers.page(paper, dpi), dpi, at);
            Verdict verdict = judge("CV7197-LOOKUP", List.of(new PlantedFaults.Scan(image, way == ScanDamage.Kind.PHOTO ? 0 : dpi)), at);
            int[] count = byKind.computeIfAbsent(kind, k -> new int[3]);
            count[0]++;
            count[1] += verdict.pass() ? 0 : 1;
            count[2] += verdict.pass() && !verdict.faults().isEmpty() ? 1 : 0;
            wrong += verdict.pass() ? 0 : 1;
            verdict.faults().forEach(f -> notes.merge(f.problem() + (f.hard() ? "!" : "") + " " + way, 1, Integer::sum));
            if (!verdict.faults().isEmpty() && marks) {
                OUT.println("good " + way + " " + paper.name() + " " + dpi + " " + verdict.faults());
            }
        }
        goodTable.append("| good pages | pages | wrongly to be scanned again | passed with a note |\n|---|---|---|---|\n");
        byKind.forEach((kind, c) -> goodTable.append("| " + kind.name().toLowerCase(Locale.ROOT) + " | " + c[0] + " | " + c[1] + " | " + c[2] + " |\n"));
        goodTable.append(String.format(Locale.ROOT, "| **all** | %d | **%d = %.1f %%** | |%n%nNotes: %s%n", good, wrong, 100.0 * wrong / good, notes));
    }

    private Verdict judge(String profile, List<PlantedFaults.Scan> scans, long at) throws IOException {
        List<PageMeasurements> pages = new ArrayList<>();
        Random random = new Random(at);
        for (PlantedFaults.Scan scan : scans) {
            Path file = Files.createTempFile("gate", ".jpg");
            try {
                Files.write(file, ImageFiles.jpeg(scan.image(), scan.dpi(), 0.5f + 0.4f * random.nextFloat()));
                long start = System.nanoTime();
                try (PageSource source = PageRenderer.open(file, "image/jpeg", LIMITS)) {
                    pages.add(source.page(1).measure());
                }
                nanos.addAndGet(System.nanoTime() - start);
                measured.incrementAndGet();
            } finally {
                Files.delete(file);
            }
        }
        if (marks) {
            pages.forEach(page -> OUT.println("  " + told(page)));
        }
        return QualityGate.judge(profiles.profile(profile), pages);
    }

    private static String told(PageMeasurements page) {
        var m = page.marks();
        return String.format(Locale.ROOT,
                "dpi %.0f skew %.1f sharp %.2f blank %s paper %.0f writing %.0f contrast %.0f border %.1f cut %s near %s ring %.2f pen %s detail %.2f letter %.2f drawing %s streak %s",
                page.dpi(), page.skewDegrees(), page.sharpness(), page.blank(), m.paper(), m.writing(), page.contrast(), m.border(),
                m.cut(), m.near(), m.ring(), m.penStroke(), m.detail(), m.letter(), m.drawing(), m.streak());
    }
}
