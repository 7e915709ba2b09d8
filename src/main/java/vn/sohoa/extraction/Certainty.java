package vn.sohoa.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often a value with these marks is right: logistic regression for each group of values, on papers that nothing else was learned
 * from. Made by {@code src/bench/run LearnValues}; the recipe stands in ADR 0019.
 */
final class Certainty {
    private static final String RESOURCE = "/vn/sohoa/extraction/values.tsv";
    /** Nothing is surer than this without a machine proof. */
    private static final double MOST = 99.5;
    /** Below every bar: what contradicts itself. */
    private static final double DOUBTED = 10;
    /** Below the bar of the review desk: figures that nobody can vouch for, a name that the paper does not say to be the owner's. */
    private static final double ALONE = 55;

    /** Below it, figures that stand alone are not believed: above it none was wrong among the papers of TUNE. */
    private static final double FIGURES = 89;
    /** The same for a symbol whose letters are vouched for. */
    private static final double LETTERS_KNOWN = 88;

    /** A label met so well says nothing against its value. */
    private static final double LABEL = 0.85;
    /** Every word as clear as most words of a clean page. */
    private static final double CLEAR = 90;

    private final Map<Reading.Group, double[]> weights;

    private Certainty(Map<Reading.Group, double[]> weights) {
        this.weights = weights;
    }

    /** The table that comes with the program. */
    static Certainty load() {
        try (InputStream in = Certainty.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + RESOURCE);
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** A group a line: its name and a weight for each of {@link #marks}. */
    private static Certainty read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<Reading.Group, double[]> weights = new EnumMap<>(Reading.Group.class);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t");
            weights.put(
                    Reading.Group.valueOf(parts[0]),
                    Arrays.stream(parts)
                            .skip(1)
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        return new Certainty(weights);
    }

    /** 0 to 100. */
    double of(Reading reading, Evidence evidence) {
        double[] by = weights.getOrDefault(reading.group(), new double[0]);
        double[] marks = marks(reading, evidence);
        double sum = 0;
        for (int i = 0; i < by.length; i++) {
            sum += by[i] * marks[i];
        }
        double sure = 100 / (1 + Math.exp(-sum));
        boolean proposed = alone(reading, evidence) || !evidence.whose().isSaid();
        double most = evidence.contradicted() ? DOUBTED : proposed ? ALONE : MOST;
        return Math.min(most, sure);
    }

    /** A number or a day that nothing bears out, of which a word was doubtful or torn: a person looks. */
    private static boolean alone(Reading reading, Evidence evidence) {
        boolean figures = reading.group() == Reading.Group.NUMBER || reading.group() == Reading.Group.DATE;
        double least = evidence.known() ? LETTERS_KNOWN : FIGURES;
        return figures && evidence.agreed() == 0 && (reading.weakest() < least || evidence.odd() > 0);
    }

    /** What the certainty is reckoned from. */
    static double[] marks(Reading reading, Evidence evidence) {
        double weakest = (100 - reading.weakest()) / 10;
        Whose.Standing standing = evidence.whose().standing();
        return new double[] {
            1,
            Math.min(weakest, 3),
            Math.max(0, weakest - 1),
            (100 - reading.mean()) / 10,
            Math.max(0, LABEL - reading.found().likeness()) * 10,
            Math.min(1.5, reading.found().words().size() / 10.0),
            Math.min(2, evidence.agreed()),
            Math.min(2, evidence.odd()),
            evidence.known() ? 1 : 0,
            evidence.pageDoubt() / 10,
            reading.weakest() >= CLEAR && evidence.odd() == 0 ? 1 : 0,
            standing == Whose.Standing.NAMED ? 1 : 0,
            standing == Whose.Standing.LOOSE ? 1 : 0,
            standing.compareTo(Whose.Standing.LOOSE) > 0 ? 1 : 0,
            Math.min(2, evidence.whose().rivals()),
            evidence.whose().beside() ? 1 : 0
        };
    }
}
