package vn.sohoa.reading.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * As many hostile files as wanted, about half of them crafted, each of these once; the others are good files damaged by chance.
 * The same seed, the same files.
 */
public final class HostileFiles {
    private final List<Craft> crafts = new ArrayList<>();
    private final List<HostileFile> good;
    private final long seed;

    /** Makes one file. */
    interface Craft {
        HostileFile make() throws IOException;
    }

    public HostileFiles(long seed) throws IOException {
        this.seed = seed;
        good = GoodFiles.all();
        crafts.addAll(CraftedPdfs.all());
        crafts.addAll(CraftedStreams.all());
        crafts.addAll(CraftedPictures.all());
        crafts.addAll(CraftedPackages.all());
        Collections.shuffle(crafts, new Random(seed));
    }

    /** Made one by one, since some are large. */
    public Stream<HostileFile> take(int count) {
        int crafted = Math.min(crafts.size(), count / 2);
        return IntStream.range(0, count).mapToObj(number -> number(number, crafted));
    }

    private HostileFile number(int number, int crafted) {
        if (number >= crafted) {
            Random random = new Random(seed * 1_000_003 + number);
            HostileFile victim = good.get(number % good.size());
            Damage[] damages = Damage.values();
            Damage damage = damages[random.nextInt(damages.length)];
            return new HostileFile(
                    victim.name() + "-" + damage.name().toLowerCase(java.util.Locale.ROOT),
                    damage.done(victim.bytes(), random));
        }
        try {
            return crafts.get(number).make();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
