package vn.sohoa.bench;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.DocumentIndexes;
import vn.sohoa.search.IndexedDocument;
import vn.sohoa.search.SearchQuery;

/**
 * {@code run SearchBench DOCUMENTS [URL] [lucene|elasticsearch] [again]}: builds the index of the same generated papers in Lucene
 * and in Elasticsearch (making the papers is within the time), asks both 500 mixed questions, and prints a Markdown table.
 * {@code again} asks the index that an earlier run has left.
 */
public final class SearchBench {
    private static final int QUERIES = 500;
    private static final long SEED = 20261122;

    private record Result(double rate, double cpu, Map<String, long[]> nanos, long hits) {}

    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        int documents = Integer.parseInt(args[0]);
        String url = args.length > 1 ? args[1] : System.getenv("SOHOA_IT_ES_URL");
        String only = args.length > 2 ? args[2] : "";
        boolean again = args.length > 3 && args[3].equals("again");
        GeneratedPapers papers = new GeneratedPapers(SEED);
        Map<String, Result> results = new LinkedHashMap<>();
        if (!only.equals("elasticsearch")) {
            Path folder = Path.of("target", "bench-lucene-" + documents);
            try (DocumentIndex index = DocumentIndexes.lucene(folder)) {
                results.put("Lucene", measure("Lucene", index, papers, documents, again));
            }
        }
        if (!only.equals("lucene")) {
            try (DocumentIndex index = DocumentIndexes.elasticsearch(
                    URI.create(url), "bench-" + documents, Path.of("storage-config/documents-index.json"))) {
                results.put("Elasticsearch", measure("Elasticsearch", index, papers, documents, again));
            }
        }
        print(documents, results);
    }

    private static Result measure(
            String name, DocumentIndex index, GeneratedPapers papers, int documents, boolean again) {
        double cpu = cpu();
        long begin = System.nanoTime();
        if (!again) {
            index.rebuild(IntStream.range(0, documents).mapToObj(number -> {
                if (number % 100_000 == 99_999) {
                    System.err.printf("%s: %d, %.0f documents/s%n", name, number + 1, (number + 1) / seconds(begin));
                }
                return papers.paper(number);
            }));
        }
        double filling = seconds(begin);
        cpu = cpu() - cpu;
        Map<String, List<SearchQuery>> queries = queries(papers, documents);
        queries.values().forEach(kind -> kind.subList(0, 20).forEach(index::search)); // warm
        Map<String, long[]> nanos = new LinkedHashMap<>();
        long hits = 0;
        for (Map.Entry<String, List<SearchQuery>> kind : queries.entrySet()) {
            long[] times = new long[kind.getValue().size()];
            for (int i = 0; i < times.length; i++) {
                long asked = System.nanoTime();
                hits += index.search(kind.getValue().get(i)).total();
                times[i] = System.nanoTime() - asked;
            }
            nanos.put(kind.getKey(), times);
        }
        return new Result(again ? 0 : documents / filling, cpu, nanos, hits);
    }

    private static Map<String, List<SearchQuery>> queries(GeneratedPapers papers, int documents) {
        Map<String, List<SearchQuery>> kinds = new LinkedHashMap<>();
        Random random = new Random(SEED);
        for (int i = 0; i < QUERIES; i++) {
            int number = random.nextInt(documents);
            IndexedDocument paper = papers.paper(number);
            String[] text = paper.pages().get(0).split("[ .]+");
            int at = random.nextInt(text.length - 3);
            String words = text[at] + " " + text[at + 1] + " " + text[at + 2];
            switch (i % 5) {
                case 0 -> add(kinds, "three words with accents", query(words, null, null, null));
                case 1 -> add(kinds, "three words without accents", query(fold(words), null, null, null));
                case 2 -> add(kinds, "title and name", query(paper.typeName() + " " + paper.ownerName(), null, null, null));
                case 3 -> add(kinds, "code or owner's number", query(
                        i % 2 == 0 ? GeneratedPapers.code(number) : paper.ownerId(), null, null, null));
                default -> add(kinds, "one word, filters", query(
                        text[at], i % 2 == 0 ? paper.type() : null, paper.agency(), LocalDate.of(2010, 1, 1)));
            }
        }
        return kinds;
    }

    private static void add(Map<String, List<SearchQuery>> kinds, String kind, SearchQuery query) {
        kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(query);
    }

    private static SearchQuery query(String words, String type, String agency, LocalDate from) {
        return new SearchQuery(words, null, type, agency, from, null, null, 10);
    }

    private static String fold(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    private static void print(int documents, Map<String, Result> results) {
        System.out.printf("%n%,d documents, %d queries; %d cores%n%n", documents, QUERIES,
                Runtime.getRuntime().availableProcessors());
        System.out.println("| | " + String.join(" | ", results.keySet()) + " | Lucene : Elasticsearch |");
        System.out.println("|---|" + "---|".repeat(results.size() + 1));
        row("documents/s", results.values().stream().mapToDouble(Result::rate).toArray(), "%.0f");
        row("own CPU of filling, s", results.values().stream().mapToDouble(Result::cpu).toArray(), "%.1f");
        row("papers found", results.values().stream().mapToDouble(Result::hits).toArray(), "%.0f");
        for (int percent : new int[] {50, 95, 99}) {
            row("all p" + percent + ", ms", results.values().stream()
                    .mapToDouble(r -> percentile(r.nanos().values().stream().flatMapToLong(Arrays::stream).toArray(), percent))
                    .toArray(), "%.1f");
        }
        for (String kind : results.values().iterator().next().nanos().keySet()) {
            for (int percent : new int[] {50, 95}) {
                row(kind + " p" + percent + ", ms", results.values().stream()
                        .mapToDouble(r -> percentile(r.nanos().get(kind), percent))
                        .toArray(), "%.1f");
            }
        }
    }

    private static void row(String name, double[] values, String format) {
        StringBuilder line = new StringBuilder("| ").append(name).append(" | ");
        for (double value : values) {
            line.append(String.format(format, value)).append(" | ");
        }
        System.out.println(line + (values.length == 2 ? String.format("%.2f", values[0] / values[1]) : "") + " |");
    }

    private static double percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
