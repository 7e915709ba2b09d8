package vn.sohoa.forger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One byte changed at a drawn place. What no reader could tell from the good file is not made: another white-space for one, a
 * hex digit in the other case, white-space behind the end.
 */
public final class Mutants {

    private static final String BLANK = "\0\t\n\f\r ";

    private Mutants() {}

    /** In front of the gap or behind it: signed. */
    public static List<Forged> inside(Base base, int count, long seed) {
        Target target = Target.of(base.file());
        int end = target.end();
        int gap = target.gapEnd() - target.gap();
        return draw(base, "byte: signed", count, seed, random -> {
            int at = random.nextInt(end - gap);
            return at < target.gap() ? at : at + gap;
        });
    }

    /** In the signature itself. */
    public static List<Forged> signature(Base base, int count, long seed) {
        Target target = Target.of(base.file());
        String text = Bytes.text(base.file());
        int close = target.gapEnd();
        while (text.charAt(close - 2) == '0') {
            close--;
        }
        int digits = close - target.gap();
        return draw(base, "byte: in the signature", count, seed, random -> target.gap() + random.nextInt(digits));
    }

    /** Behind the signed bytes: time-stamps, revocation data, tables. */
    public static List<Forged> behind(Base base, int count, long seed) {
        int end = Target.of(base.file()).end();
        int rest = base.file().length - end;
        return rest < 50 ? List.of() : draw(base, "byte: behind", count, seed, random -> end + random.nextInt(rest));
    }

    private interface Place {
        int next(Random random);
    }

    private static List<Forged> draw(Base base, String kind, int count, long seed, Place place) {
        Random random = new Random(seed);
        List<Forged> made = new ArrayList<>();
        while (made.size() < count) {
            int at = place.next(random);
            byte[] file = base.file().clone();
            int before = file[at] & 0xFF;
            int after = random.nextBoolean() ? before ^ (1 << random.nextInt(8)) : random.nextInt(256);
            if (tells(file, at, before, after)) {
                file[at] = (byte) after;
                String variant = "byte " + at + " " + Integer.toHexString(before) + ">" + Integer.toHexString(after);
                made.add(new Forged(kind, variant + " @ " + base.name(), file, Set.of(), false));
            }
        }
        return made;
    }

    private static boolean tells(byte[] file, int at, int before, int after) {
        if (before == after || (BLANK.indexOf(before) >= 0 && BLANK.indexOf(after) >= 0)) {
            return false;
        }
        if (isUpdateNumber(file, at)) {
            return false;
        }
        boolean hex = Character.digit(before, 16) >= 0 && Character.digit(before, 16) == Character.digit(after, 16);
        return !hex && at < file.length - 2;
    }

    /** The second half of /ID in the last update is any number that its writer likes (ISO 32000-1, 14.4). */
    private static boolean isUpdateNumber(byte[] file, int at) {
        String text = Bytes.text(file);
        int id = text.lastIndexOf("/ID");
        int second = text.indexOf('<', text.indexOf('>', id));
        return id >= 0 && at > second && at < text.indexOf('>', second);
    }
}
