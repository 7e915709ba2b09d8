package vn.sohoa.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import vn.sohoa.page.PageText;
import vn.sohoa.papers.FieldTruth;
import vn.sohoa.papers.GeneratedPaper;

/** Learns the table of {@link Certainty}: for each group of values how the marks of a reading go with its being right. */
public final class ValueLearning {
    private static final int ROUNDS = 6000;
    private static final double RATE = 0.5;
    private static final double CALM = 1e-3;
    /** A mark can speak in one direction only: 1 for, -1 against, 0 either. */
    private static final int[] DIRECTION = {0, -1, -1, -1, -1, -1, 1, -1, 1, -1, 1, -1, -1, -1, -1, 1};

    private record Case(double[] marks, boolean right) {}

    private final Extraction extraction;
    private final List<Extraction> forgetful;
    private int added;
    private final Map<Reading.Group, List<Case>> cases = new EnumMap<>(Reading.Group.class);

    /** @param forgetful the same without some labels of names: what is said of these must hold on forms that nobody has seen */
    public ValueLearning(Extraction extraction, List<Extraction> forgetful) {
        this.extraction = extraction;
        this.forgetful = List.copyOf(forgetful);
    }

    /** Whether a value says what the truth says. */
    public static boolean same(String read, String truth) {
        return normal(read).equals(normal(truth));
    }

    private static String normal(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[.,;:]+$", "").strip();
    }

    /** What is read from these pages, against the truth. */
    public void add(GeneratedPaper paper, List<PageText> pages) {
        if (extraction.type(paper.type()).isEmpty()) {
            return; // of no kind
        }
        add(extraction, paper, pages, false);
        if (!forgetful.isEmpty()) {
            add(forgetful.get(added++ % forgetful.size()), paper, pages, true);
        }
    }

    private void add(Extraction by, GeneratedPaper paper, List<PageText> pages, boolean names) {
        by.fields().evidence(by.rule(paper.type()), pages).forEach((reading, evidence) -> {
            FieldTruth truth = paper.fields().get(reading.field());
            if (truth != null && (!names || reading.group() == Reading.Group.NAME)) {
                cases.computeIfAbsent(reading.group(), g -> new ArrayList<>())
                        .add(new Case(Certainty.marks(reading, evidence), same(reading.value(), truth.value())));
            }
        });
    }

    /** Writes the table; tells on how many values it stands. */
    public String learn(Path out) throws IOException {
        StringBuilder table = new StringBuilder();
        StringBuilder told = new StringBuilder();
        cases.forEach((group, list) -> {
            double[] weights = fit(list);
            table.append(group).append('\t')
                    .append(DoubleStream.of(weights).mapToObj(w -> String.format(Locale.ROOT, "%.3f", w)).collect(Collectors.joining("\t")))
                    .append('\n');
            told.append(String.format(Locale.ROOT, "%s: %d values, %d wrong%n", group, list.size(), list.stream().filter(c -> !c.right()).count()));
        });
        Files.writeString(out, table);
        return told.toString();
    }

    private static double[] fit(List<Case> list) {
        double[] weights = new double[DIRECTION.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] slope = new double[weights.length];
            for (Case one : list) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * one.marks()[i];
                }
                double miss = (one.right() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
                for (int i = 0; i < weights.length; i++) {
                    slope[i] += miss * one.marks()[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += RATE * (slope[i] / list.size() - (i == 0 ? 0 : CALM * weights[i]));
                weights[i] = DIRECTION[i] == 0 ? weights[i] : DIRECTION[i] * Math.max(0, DIRECTION[i] * weights[i]);
            }
        }
        return weights;
    }
}
