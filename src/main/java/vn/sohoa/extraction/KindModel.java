package vn.sohoa.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Multinomial logistic regression over the kinds of paper: learned weights of words, shared weights of what the rules say, and how
 * sure an answer of some probability is. Made by {@code src/bench/run LearnKinds}; the recipe stands in ADR 0018.
 *
 * <p>A kind that was added to {@code types.yml} after the learning has the shared weights alone.
 */
final class KindModel {
    /** The answer "none of them". */
    static final String NONE = "CHUA_RO";

    private static final String RESOURCE = "/vn/sohoa/extraction/kinds.tsv.gz";
    /** Weights are kept as whole numbers of this size. */
    static final double STEP = 0.02;

    /** Answers less likely than this are rare among papers, so that nobody knows how often they are right: they are trusted less. */
    private static final double DOUBTFUL = 0.8;

    private record Weights(int[] kinds, float[] values) {}

    private final List<String> kinds;
    private final double[] shared;
    private final double[] certainty;
    private final Map<String, Weights> weights;

    private KindModel(List<String> kinds, double[] shared, double[] certainty, Map<String, Weights> weights) {
        this.kinds = kinds;
        this.shared = shared;
        this.certainty = certainty;
        this.weights = weights;
    }

    /** The model that comes with the program. */
    static KindModel load() {
        try (InputStream in = KindModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + RESOURCE);
            }
            return read(new GZIPInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** First line the kinds, then the shared weights, the certainty, and one feature a line: {@code name, kind:weight …}. */
    static KindModel read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<String> kinds = List.of(String.valueOf(lines.readLine()).split("\t"));
        double[] shared = numbers(String.valueOf(lines.readLine()));
        double[] certainty = numbers(String.valueOf(lines.readLine()));
        Map<String, Weights> weights = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t");
            int[] of = new int[parts.length - 1];
            float[] values = new float[parts.length - 1];
            for (int i = 1; i < parts.length; i++) {
                int colon = parts[i].indexOf(':');
                of[i - 1] = Integer.parseInt(parts[i], 0, colon, 10);
                values[i - 1] = (float) (Integer.parseInt(parts[i], colon + 1, parts[i].length(), 10) * STEP);
            }
            weights.put(parts[0], new Weights(of, values));
        }
        return new KindModel(kinds, shared, certainty, weights);
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split("\t")).mapToDouble(Double::parseDouble).toArray();
    }

    /** How likely each kind is, {@link #NONE} among them; they sum up to 1. */
    Map<String, Double> probabilities(KindView view) {
        double[] learned = new double[kinds.size()];
        view.features().forEach((name, value) -> {
            Weights of = weights.get(name);
            for (int i = 0; of != null && i < of.kinds().length; i++) {
                learned[of.kinds()[i]] += of.values()[i] * value;
            }
        });
        Map<String, Double> logits = new LinkedHashMap<>();
        for (int i = 0; i < learned.length; i++) {
            logits.put(kinds.get(i), learned[i]);
        }
        logits.keySet().removeIf(kind -> !kind.equals(NONE) && !view.signs().containsKey(kind));
        view.signs().forEach((kind, signs) -> logits.merge(kind, dot(signs.list()), Double::sum));
        return softmax(logits);
    }

    private double dot(List<Double> signs) {
        double sum = 0;
        for (int i = 0; i < shared.length; i++) {
            sum += shared[i] * signs.get(i);
        }
        return sum;
    }

    private static Map<String, Double> softmax(Map<String, Double> logits) {
        double most =
                logits.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double sum =
                logits.values().stream().mapToDouble(z -> Math.exp(z - most)).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        logits.forEach((kind, z) -> shares.put(kind, Math.exp(z - most) / sum));
        return shares;
    }

    /** How often, 0 to 1, an answer with these marks was right among papers that nothing was learned from. */
    double certainty(double probability, KindView.Signs signs, boolean rulesAgree) {
        List<Double> marks = marks(probability, signs, rulesAgree);
        double sum = 0;
        for (int i = 0; i < certainty.length; i++) {
            sum += certainty[i] * marks.get(i);
        }
        return Math.min(1, probability / DOUBTFUL) / (1 + Math.exp(-sum));
    }

    /** What the certainty is reckoned from. */
    static List<Double> marks(double probability, KindView.Signs signs, boolean rulesAgree) {
        double p = Math.max(1e-6, Math.min(1 - 1e-6, probability));
        return List.of(
                1.0,
                Math.log(p / (1 - p)),
                rulesAgree ? 1.0 : 0,
                signs.title(),
                Math.min(1.3, Math.max(0, signs.points() / 100)));
    }
}
