package vn.sohoa.imaging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The numbers in one image directory of a TIFF, or of the EXIF data of a JPEG. Read by us before any decoder sees the file:
 * a directory that points to itself would keep a decoder busy for ever.
 */
final class TiffDirectory {
    static final int KIND = 254;
    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int BITS = 258;
    static final int PHOTOMETRIC = 262;
    static final int STRIPS = 273;
    static final int ORIENTATION = 274;
    static final int SAMPLES = 277;
    static final int STRIP_LENGTHS = 279;
    static final int X_RESOLUTION = 282;
    static final int Y_RESOLUTION = 283;
    static final int UNIT = 296;
    static final int TILES = 324;
    static final int TILE_LENGTHS = 325;

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int MAGIC = 42;
    private static final int MOST_VALUES = 1_000_000;

    private final Map<Integer, double[]> values = new HashMap<>();

    private TiffDirectory() {}

    /** The first directory, or an empty one where it cannot be read: EXIF data are often broken, the picture is not. */
    static TiffDirectory first(ByteBuffer tiff) {
        TiffDirectory out = new TiffDirectory();
        long at = Integer.toUnsignedLong(tiff.getInt(4));
        if (at + 2 <= tiff.limit()) {
            out.fill(tiff, (int) at);
        }
        return out;
    }

    /** All directories of a TIFF; the byte order must be set. */
    static List<TiffDirectory> all(ByteBuffer tiff, int most) {
        if (tiff.limit() < 8 || tiff.getShort(2) != MAGIC) {
            throw Foreign.damaged("not a TIFF");
        }
        List<TiffDirectory> out = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        long at = Integer.toUnsignedLong(tiff.getInt(4));
        while (at != 0) {
            if (at + 2 > tiff.limit() || !seen.add(at)) {
                throw Foreign.damaged("TIFF directory outside the file or in a circle");
            }
            if (out.size() >= most) {
                throw new DigitisationException(Problem.TOO_MANY_PAGES, "hơn " + most + " trang");
            }
            TiffDirectory directory = new TiffDirectory();
            int next = directory.fill(tiff, (int) at);
            if (next < 0) {
                throw Foreign.damaged("TIFF bị cắt cụt");
            }
            out.add(directory);
            at = Integer.toUnsignedLong(tiff.getInt(next));
        }
        return out;
    }

    /** Where the pointer to the next directory stands; -1 if outside the file. */
    private int fill(ByteBuffer tiff, int at) {
        int entries = tiff.getShort(at) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                return -1;
            }
            int tag = tiff.getShort(entry) & 0xFFFF;
            if (wanted(tag)) {
                values.put(tag, numbers(tiff, entry));
            }
        }
        int next = at + 2 + 12 * entries;
        return next + 4 <= tiff.limit() ? next : -1;
    }

    private static boolean wanted(int tag) {
        return switch (tag) {
            case KIND,
                    WIDTH,
                    HEIGHT,
                    BITS,
                    PHOTOMETRIC,
                    STRIPS,
                    ORIENTATION,
                    SAMPLES,
                    STRIP_LENGTHS,
                    X_RESOLUTION,
                    Y_RESOLUTION,
                    UNIT,
                    TILES,
                    TILE_LENGTHS -> true;
            default -> false;
        };
    }

    private static double[] numbers(ByteBuffer tiff, int entry) {
        int type = tiff.getShort(entry + 2) & 0xFFFF;
        long count = Integer.toUnsignedLong(tiff.getInt(entry + 4));
        int size = type == SHORT ? 2 : type == LONG ? 4 : type == RATIONAL ? 8 : 0;
        long from = count * size <= 4 ? entry + 8 : Integer.toUnsignedLong(tiff.getInt(entry + 8));
        if (size == 0 || count > MOST_VALUES || from + count * size > tiff.limit()) {
            return new double[0];
        }
        double[] out = new double[(int) count];
        for (int i = 0; i < count; i++) {
            int place = (int) from + i * size;
            out[i] = switch (type) {
                case SHORT -> tiff.getShort(place) & 0xFFFF;
                case LONG -> Integer.toUnsignedLong(tiff.getInt(place));
                default ->
                    Integer.toUnsignedLong(tiff.getInt(place))
                            / (double) Math.max(1, Integer.toUnsignedLong(tiff.getInt(place + 4)));
            };
        }
        return out;
    }

    double[] numbers(int tag) {
        return values.getOrDefault(tag, new double[0]);
    }

    double number(int tag, double otherwise) {
        double[] found = numbers(tag);
        return found.length == 0 ? otherwise : found[0];
    }

    /** 0 if not stated; unit 3 is the centimetre, 1 no unit at all. */
    double dpi(int tag) {
        double unit = number(UNIT, 2);
        return unit == 1 ? 0 : number(tag, 0) * (unit == 3 ? 2.54 : 1);
    }
}
