package vn.sohoa.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Person;
import vn.sohoa.extraction.Classification;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.extraction.ForgottenLabels;
import vn.sohoa.page.PageText;
import vn.sohoa.papers.GeneratedPaper;
import vn.sohoa.papers.PaperGenerator;
import vn.sohoa.papers.PaperSet;
import vn.sohoa.workflow.Asked;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

/**
 * How well kinds and values of papers are understood, on forms that nobody has learned from. Prints Markdown tables: macro-F1, papers
 * accepted and right among them, decoys, calibration, what was taken for what, values, CPU time.
 *
 * <pre>
 * UnderstandingBench [--set test|tune|train] [--papers N a kind] [--decoys N] [--seed S] [--noise PERCENT of letters, a list]
 *                    [--scan true: drawn, damaged, recognised] [--damage OFFICE: all alike] [--folder KEPT scans] [--kept true: only those read before] [--threads N] [--kinds A,B]
 *                    [--forget SHARE of the labels of names, with --forget-seed S: forms as nobody has seen them; not in the review load]
 *                    [--field BAR, --type BAR, --text BAR: of the review load, as of jobs/nightly.yml]
 *                    [--svg FILE of the calibration plot of kinds] [--values-svg FILE, of values] [--errors N shown]
 * </pre>
 */
public final class UnderstandingBench {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private final Map<String, String> options;
    private final Extraction extraction;
    private final PaperGenerator generator;
    private final UnderstandingScore score;
    private final Asked asked;
    private final ReviewLoad load = new ReviewLoad();
    private final ReviewLoad declared = new ReviewLoad();

    private UnderstandingBench(Map<String, String> options) {
        this.options = options;
        double forgotten = Double.parseDouble(option("forget", "0"));
        this.extraction = forgotten > 0
                ? ForgottenLabels.extraction(Path.of("jobs/reference"), CLOCK, Long.parseLong(option("forget-seed", "1")), forgotten)
                : Extraction.load(Path.of("jobs/reference"), CLOCK);
        this.generator = PaperGenerator.of(PaperSet.valueOf(option("set", "test").toUpperCase(Locale.ROOT)));
        double field = Double.parseDouble(option("field", "95"));
        this.score = new UnderstandingScore(Integer.parseInt(option("errors", "12")), field);
        this.asked = new Asked(Path.of("jobs/reference"), CLOCK, new RunPolicy("", ScannerSignature.OFF,
                Double.parseDouble(option("type", "90")), Double.parseDouble(option("text", "85")), field));
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        new UnderstandingBench(options).run();
        System.exit(0);
    }

    private String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    private void run() throws Exception {
        List<GeneratedPaper> papers = papers();
        if (Boolean.parseBoolean(option("scan", "false"))) {
            readScans(papers);
        } else {
            String[] noise = option("noise", "0.3,1,2,4").split(",");
            for (int i = 0; i < papers.size(); i++) {
                judge(papers.get(i), papers.get(i).misread(Double.parseDouble(noise[i % noise.length]), i));
            }
        }
        System.out.println(score.report());
        System.out.println(load.report());
        System.out.println("if the dossier names the owner (portal, manifest): " + declared.report());
        if (options.containsKey("svg")) {
            Files.writeString(Path.of(option("svg", "")), ReliabilityDiagram.of(score.certainties()));
        }
        if (options.containsKey("values-svg")) {
            Files.writeString(Path.of(option("values-svg", "")), ReliabilityDiagram.of(score.valueCertainties()));
        }
    }

    private List<GeneratedPaper> papers() {
        int each = Integer.parseInt(option("papers", "12"));
        long seed = Long.parseLong(option("seed", "1")) * 100_000;
        List<String> kinds = options.containsKey("kinds") ? List.of(option("kinds", "").split(",")) : generator.types();
        List<GeneratedPaper> papers = new ArrayList<>();
        for (int n = 0; n < each; n++) {
            for (String kind : kinds) {
                papers.add(generator.paper(kind, seed + n));
            }
            for (String copy : options.containsKey("kinds") ? List.<String>of() : PaperGenerator.COPIES) {
                papers.add(generator.copy(copy, seed + n));
            }
        }
        for (int n = 0; n < Integer.parseInt(option("decoys", "220")); n++) {
            papers.add(generator.decoy(seed + n));
        }
        return papers;
    }

    private void readScans(List<GeneratedPaper> papers) throws Exception {
        Path folder = options.containsKey("folder")
                ? Files.createDirectories(Path.of(option("folder", "")))
                : Files.createTempDirectory("understanding");
        ScannedPapers scans = new ScannedPapers(folder, option("damage", ""));
        Collections.shuffle(papers, new Random(1)); // the first of them are a fair sample of all
        if (Boolean.parseBoolean(option("kept", "false"))) {
            papers.removeIf(paper -> !scans.isKept(paper));
        }
        ExecutorService workers = Executors.newFixedThreadPool(Integer.parseInt(option("threads", "1")));
        List<Future<List<PageText>>> read = new ArrayList<>();
        papers.forEach(paper -> read.add(workers.submit(() -> scans.read(paper))));
        for (int i = 0; i < papers.size(); i++) {
            judge(papers.get(i), read.get(i).get());
        }
        workers.shutdown();
    }

    /** As a dossier would name him. */
    private static Optional<Person> owner(GeneratedPaper paper) {
        Optional<OwnerId> id = Optional.ofNullable(paper.fields().get(FieldName.OWNER_ID)).flatMap(truth -> OwnerId.find(truth.value()));
        return Optional.ofNullable(paper.fields().get(FieldName.OWNER_NAME)).map(name -> new Person(id.orElse(null), name.value()));
    }

    private void judge(GeneratedPaper paper, List<PageText> pages) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        Classification found = extraction.classify(pages);
        long classified = threads.getCurrentThreadCpuTime();
        extraction.extract(found.type(), pages, paper.qr());
        long done = threads.getCurrentThreadCpuTime();
        score.cost(pages.size(), (classified - began) / 1e6, (done - classified) / 1e6);
        score.kind(paper, found);
        if (paper.decoyOf().isEmpty() && !paper.type().equals(PaperGenerator.UNKNOWN)) {
            load.add(asked.about(pages, paper.qr(), Optional.empty()));
            declared.add(asked.about(pages, paper.qr(), owner(paper)));
        }
        DocumentType type = extraction.type(paper.type()).orElse(DocumentType.UNKNOWN);
        if (type.isKnown() && paper.decoyOf().isEmpty() && paper.copy().isEmpty()) {
            List<ExtractedValue> values = extraction.extract(type, pages, paper.qr());
            score.values(paper, pages, extraction.missing(type, List.of()), values);
        }
    }
}
