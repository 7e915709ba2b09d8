package vn.sohoa.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.papers.GeneratedPaper;
import vn.sohoa.papers.PaperGenerator;
import vn.sohoa.papers.PaperSet;

/** Learns a {@link KindModel}: logistic regression by gradient steps that shrink with use, then the certainty of its answers. */
public final class KindLearning {
    private static final double[] NOISE = {0, 0.5, 1.5, 3, 5, 8};
    private static final double RATE = 0.25;
    private static final double SHRINK = 2e-5;
    /** A feature has to stand on so many papers; weights below the least are dropped. */
    private static final int LEAST_PAPERS = 6;

    private static final double LEAST = 0.06;
    /** Pull of the certainty towards the probability itself: wrong answers are few. */
    private static final double CALM = 1e-3;

    private final TypesFile file;
    private final Map<String, DocumentType> types = new LinkedHashMap<>();
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    private record Example(int kind, int[] features, float[] values, Map<Integer, double[]> signs) {}

    public KindLearning(Path reference) {
        file = TypesReader.read(reference);
        file.types().forEach(t -> types.put(t.code(), new DocumentType(t.code(), t.name())));
        file.types().stream().filter(TypesFile.TypeRule::hasSigns).forEach(t -> kinds.put(t.code(), kinds.size()));
        kinds.put(KindModel.NONE, kinds.size());
    }

    /** Writes the model; tells how it went. */
    public String learn(int papers, int decoys, int rounds, Path out) throws IOException {
        List<Example> examples = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        List<Map.Entry<Integer, KindView>> views = views(PaperSet.TRAIN, papers, decoys);
        views.forEach(v -> v.getValue().features().keySet().forEach(name -> seen.merge(name, 1, Integer::sum)));
        new TreeMap<>(seen).forEach((name, count) -> {
            if (count >= LEAST_PAPERS) {
                names.put(name, names.size());
            }
        });
        views.forEach(v -> examples.add(example(v.getKey(), v.getValue())));
        float[][] weights = new float[names.size()][kinds.size()];
        double[] shared = new double[KindView.Signs.COUNT];
        Arrays.fill(shared, 0.5);
        descend(examples, weights, shared, rounds);
        byte[] unsure = bytes(weights, shared, new double[] {0, 1, 0, 0, 0});
        KindModel model = KindModel.read(new ByteArrayInputStream(unsure));
        double[] certainty = certainty(model, views(PaperSet.TUNE, Math.max(16, papers / 3), decoys / 2));
        byte[] done = bytes(weights, shared, certainty);
        Files.createDirectories(out.toAbsolutePath().getParent());
        try (GZIPOutputStream zip = new GZIPOutputStream(Files.newOutputStream(out))) {
            zip.write(done);
        }
        return String.format(Locale.ROOT, "%d papers, %d features seen, %d bytes, packed %d; shared %s; certainty %s", examples.size(), names.size(),
                done.length, Files.size(out), Arrays.toString(shared), Arrays.toString(certainty));
    }

    private Classifier classifier() {
        KindModel none;
        try {
            none = KindModel.read(new ByteArrayInputStream("CHUA_RO\n0\n0\n".getBytes(StandardCharsets.UTF_8)));
        } catch (IOException cannot) {
            throw new java.io.UncheckedIOException(cannot);
        }
        return new Classifier(file, types, Extraction.abbreviations(file), none);
    }

    private List<Map.Entry<Integer, KindView>> views(PaperSet set, int papers, int decoys) {
        PaperGenerator generator = PaperGenerator.of(set);
        Classifier classifier = classifier();
        Random random = new Random(97);
        List<Map.Entry<Integer, KindView>> views = new ArrayList<>();
        for (int n = 0; n < papers; n++) {
            for (String type : generator.types()) {
                views.add(view(classifier, generator.paper(type, 7_000 + n), random));
            }
            for (String copy : PaperGenerator.COPIES) {
                views.add(view(classifier, generator.copy(copy, 7_000 + n), random));
            }
        }
        for (int n = 0; n < decoys; n++) {
            views.add(view(classifier, generator.decoy(7_000 + n), random));
        }
        return views;
    }

    private Map.Entry<Integer, KindView> view(Classifier classifier, GeneratedPaper paper, Random random) {
        List<PageText> pages = paper.misread(NOISE[random.nextInt(NOISE.length)], random.nextInt());
        if (random.nextInt(5) == 0) {
            pages = pages.stream().map(page -> thinned(page, random)).toList();
        }
        return Map.entry(kinds.getOrDefault(paper.type(), kinds.get(KindModel.NONE)), classifier.view(new Sheet(pages)));
    }

    /** A fourth of the lines below the head is lost, as where a stamp or a fold covers them. */
    private static PageText thinned(PageText page, Random random) {
        Map<Integer, Boolean> kept = new HashMap<>();
        List<Word> words = page.words().stream()
                .filter(w -> w.line() < 7 || kept.computeIfAbsent(w.line(), line -> random.nextInt(4) > 0))
                .toList();
        return new PageText(page.source(), words, 0);
    }

    private Example example(int kind, KindView view) {
        List<Map.Entry<String, Double>> known = view.features().entrySet().stream()
                .filter(e -> names.containsKey(e.getKey()))
                .toList();
        int[] features = new int[known.size()];
        float[] values = new float[known.size()];
        for (int i = 0; i < features.length; i++) {
            features[i] = names.get(known.get(i).getKey());
            values[i] = known.get(i).getValue().floatValue();
        }
        Map<Integer, double[]> signs = new HashMap<>();
        view.signs().forEach((code, s) -> signs.put(
                kinds.get(code), s.list().stream().mapToDouble(Double::doubleValue).toArray()));
        return new Example(kind, features, values, signs);
    }

    private void descend(List<Example> examples, float[][] weights, double[] shared, int rounds) {
        Random random = new Random(5);
        float[][] used = new float[names.size()][kinds.size()];
        double[] sharedUsed = new double[shared.length];
        List<Example> order = new ArrayList<>(examples);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                step(example, weights, used, shared, sharedUsed, random);
            }
        }
    }

    private void step(Example e, float[][] weights, float[][] used, double[] shared, double[] sharedUsed, Random random) {
        boolean[] dropped = new boolean[e.features().length];
        double[] logits = new double[kinds.size()];
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] = random.nextInt(10) < 3;
            for (int k = 0; k < logits.length && !dropped[i]; k++) {
                logits[k] += weights[e.features()[i]][k] * e.values()[i] / 0.7;
            }
        }
        e.signs().forEach((kind, signs) -> {
            for (int s = 0; s < shared.length; s++) {
                logits[kind] += shared[s] * signs[s];
            }
        });
        double most = Arrays.stream(logits).max().orElse(0);
        double sum = Arrays.stream(logits).map(z -> Math.exp(z - most)).sum();
        double[] gradient = new double[shared.length];
        for (int k = 0; k < logits.length; k++) {
            double error = Math.exp(logits[k] - most) / sum - (k == e.kind() ? 1 : 0);
            double[] signs = e.signs().get(k);
            for (int s = 0; signs != null && s < gradient.length; s++) {
                gradient[s] += error * signs[s];
            }
            for (int i = 0; i < dropped.length && Math.abs(error) > 1e-4; i++) {
                if (!dropped[i]) {
                    float[] w = weights[e.features()[i]];
                    float[] u = used[e.features()[i]];
                    double g = error * e.values()[i] + SHRINK * w[k];
                    u[k] += (float) (g * g);
                    w[k] -= (float) (RATE * g / (0.1 + Math.sqrt(u[k])));
                }
            }
        }
        for (int s = 0; s < shared.length; s++) {
            sharedUsed[s] += gradient[s] * gradient[s];
            shared[s] -= 0.1 * gradient[s] / (1 + Math.sqrt(sharedUsed[s]));
        }
    }

    /** Platt's way with a few marks more: how often an answer on papers of the other set is right. */
    private double[] certainty(KindModel model, List<Map.Entry<Integer, KindView>> views) {
        List<List<Double>> marks = new ArrayList<>();
        List<Boolean> right = new ArrayList<>();
        List<String> codes = List.copyOf(kinds.keySet());
        for (Map.Entry<Integer, KindView> view : views) {
            Map.Entry<String, Double> best = model.probabilities(view.getValue()).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            KindView.Signs signs = view.getValue().signs().getOrDefault(best.getKey(), KindView.Signs.NONE);
            if (!best.getKey().equals(KindModel.NONE) && !Classifier.onlyMentioned(signs)) {
                marks.add(KindModel.marks(best.getValue(), signs, Classifier.loudest(view.getValue()).equals(best.getKey())));
                right.add(codes.get(view.getKey()).equals(best.getKey()));
            }
        }
        double[] weights = new double[marks.get(0).size()];
        weights[1] = 1;
        for (int round = 0; round < 4_000; round++) {
            double[] gradient = new double[weights.length];
            for (int i = 0; i < marks.size(); i++) {
                double z = 0;
                for (int m = 0; m < weights.length; m++) {
                    z += weights[m] * marks.get(i).get(m);
                }
                double error = 1 / (1 + Math.exp(-z)) - (right.get(i) ? 1 : 0);
                for (int m = 0; m < weights.length; m++) {
                    gradient[m] += error * marks.get(i).get(m) / marks.size();
                }
            }
            for (int m = 0; m < weights.length; m++) {
                weights[m] -= 0.3 * (gradient[m] + CALM * (weights[m] - (m == 1 ? 1 : 0)));
            }
        }
        long good = right.stream().filter(r -> r).count();
        System.out.printf(Locale.ROOT, "TUNE: %d answers, %d right%n", right.size(), good);
        return weights;
    }

    private byte[] bytes(float[][] weights, double[] shared, double[] certainty) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((String.join("\t", kinds.keySet()) + "\n" + tabbed(shared) + "\n" + tabbed(certainty) + "\n")
                .getBytes(StandardCharsets.UTF_8));
        names.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())).forEach(name -> {
            StringBuilder line = new StringBuilder(name.getKey());
            float[] of = weights[name.getValue()];
            for (int k = 0; k < of.length; k++) {
                if (Math.abs(of[k]) >= LEAST) {
                    line.append('\t').append(k).append(':').append(Math.round(of[k] / KindModel.STEP));
                }
            }
            if (line.length() > name.getKey().length()) {
                out.writeBytes(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    private static String tabbed(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(n -> String.format(Locale.ROOT, "%.4f", n)).collect(Collectors.joining("\t"));
    }
}
