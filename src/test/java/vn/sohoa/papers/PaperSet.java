package vn.sohoa.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.sohoa.samples.Typeface;

/**
 * Which papers may be used for what: TRAIN to learn from, TUNE to choose settings and to calibrate, TEST only to say how good it is.
 * No form, no letters, no name of a person or place of one set is in another.
 */
public enum PaperSet {
    TRAIN(11, List.of("noto/NotoSerif", "noto/NotoSans")),
    TUNE(22, List.of("dejavu/DejaVuSans")),
    TEST(33, List.of());

    private static final Path MACHINE = Path.of("/usr/share/fonts/truetype");

    private final long salt;
    private final List<String> machineLetters;
    private List<Typeface> letters = List.of();

    PaperSet(long salt, List<String> machineLetters) {
        this.salt = salt;
        this.machineLetters = machineLetters;
    }

    /** Makes a seed of another set another seed. */
    long seed(long seed) {
        return seed * 1_000_003 + salt * 7_777_777_777L;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The letters of this set; those of TEST are committed, the others are looked for on the machine. */
    synchronized List<Typeface> letters() {
        if (letters.isEmpty()) {
            letters = this == TEST ? committed() : machineLetters();
        }
        return letters;
    }

    private static List<Typeface> committed() {
        return List.of(Typeface.SERIF, Typeface.committed("LiberationSans"), Typeface.committed("DejaVuSerif"));
    }

    private List<Typeface> machineLetters() {
        List<Typeface> found = new ArrayList<>();
        for (String family : machineLetters) {
            Path bold = MACHINE.resolve(family + "-Bold.ttf");
            Path regular = MACHINE.resolve(family + "-Regular.ttf");
            try {
                found.add(Typeface.of(regular.toFile().exists() ? regular : MACHINE.resolve(family + ".ttf"), bold));
            } catch (IOException missing) {
                throw new UncheckedIOException("letters of " + this + " are not on this machine", missing);
            }
        }
        return List.copyOf(found);
    }
}
