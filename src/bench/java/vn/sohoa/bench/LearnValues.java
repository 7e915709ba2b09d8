package vn.sohoa.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.extraction.ForgottenLabels;
import vn.sohoa.extraction.ValueLearning;
import vn.sohoa.papers.GeneratedPaper;
import vn.sohoa.papers.PaperGenerator;
import vn.sohoa.papers.PaperSet;

/**
 * Learns from papers of TUNE how sure a value is; the recipe of {@code values.tsv}. The same options give the same file.
 *
 * <pre>
 * LearnValues [--papers N a kind] [--folder KEPT scans of TUNE] [--scanned N a kind looked for] [--seed S of them] [--damage OFFICE: theirs] [--out src/main/resources/vn/sohoa/extraction/values.tsv]
 * </pre>
 */
public final class LearnValues {
    private static final Path REFERENCE = Path.of("jobs/reference");
    /** So many selections of labels that are forgotten, half of all each time. */
    private static final int FORGETFUL = 12;

    private static final double[] NOISE = {0.3, 0.3, 1, 2};
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T01:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
    /** Scans are what it is for: each counts so often. */
    private static final int WEIGHT = 6;

    private LearnValues() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        PaperGenerator generator = PaperGenerator.of(PaperSet.TUNE);
        ValueLearning learning = new ValueLearning(Extraction.load(REFERENCE, CLOCK), LongStream.range(0, FORGETFUL).mapToObj(seed -> ForgottenLabels.extraction(REFERENCE, CLOCK, seed, 0.5)).toList());
        for (int n = 0; n < Integer.parseInt(options.getOrDefault("papers", "24")); n++) {
            for (String kind : generator.types()) {
                GeneratedPaper paper = generator.paper(kind, 700_000 + n);
                learning.add(paper, paper.misread(NOISE[n % NOISE.length], n));
            }
        }
        if (options.containsKey("folder")) {
            scans(options, generator, learning);
        }
        System.out.println(learning.learn(Path.of(options.getOrDefault("out", "src/main/resources/vn/sohoa/extraction/values.tsv"))));
    }

    private static void scans(Map<String, String> options, PaperGenerator generator, ValueLearning learning) throws Exception {
        ScannedPapers scans = new ScannedPapers(Path.of(options.get("folder")), options.getOrDefault("damage", ""));
        long seed = Long.parseLong(options.getOrDefault("seed", "8")) * 100_000;
        for (int n = 0; n < Integer.parseInt(options.getOrDefault("scanned", "8")); n++) {
            for (String kind : generator.types()) {
                GeneratedPaper paper = generator.paper(kind, seed + n);
                for (int i = 0; scans.isKept(paper) && i < WEIGHT; i++) {
                    learning.add(paper, scans.read(paper));
                }
            }
        }
    }
}
