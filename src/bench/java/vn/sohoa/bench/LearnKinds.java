package vn.sohoa.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sohoa.extraction.KindLearning;

/**
 * Learns the weights of the classifier anew from the papers of TRAIN, and from TUNE how sure its answers are; the recipe of
 * {@code kinds.tsv.gz}. The same options give the same file.
 *
 * <pre>
 * LearnKinds [--papers N a kind] [--decoys N] [--rounds N] [--out src/main/resources/vn/sohoa/extraction/kinds.tsv.gz]
 * </pre>
 */
public final class LearnKinds {
    private LearnKinds() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].substring(2), arguments[i + 1]);
        }
        Path out = Path.of(options.getOrDefault("out", "src/main/resources/vn/sohoa/extraction/kinds.tsv.gz"));
        int papers = Integer.parseInt(options.getOrDefault("papers", "96"));
        int decoys = Integer.parseInt(options.getOrDefault("decoys", "800"));
        int rounds = Integer.parseInt(options.getOrDefault("rounds", "12"));
        System.out.println(new KindLearning(Path.of("jobs/reference")).learn(papers, decoys, rounds, out));
    }
}
