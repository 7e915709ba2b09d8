package vn.sohoa.signing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import vn.sohoa.signing.PdfSyntax.Malformed;

/** Unpacks cross-reference and object streams: no filter, or FlateDecode with or without a predictor. */
final class PdfStreams {

    /** What one stream may unpack to, bytes. */
    static final int LIMIT = 64 << 20;

    private PdfStreams() {}

    /** @param length bytes of raw data, or more if unknown: the packed data say where they end */
    static byte[] decode(byte[] file, int start, int length, Map<String, Object> dictionary) throws Malformed {
        Object filter = single(dictionary.get("Filter"), start);
        if (filter == null) {
            return Arrays.copyOfRange(file, start, start + length);
        }
        if (!filter.equals(new PdfSyntax.Name("FlateDecode"))) {
            throw new Malformed("a filter that is not read here", start);
        }
        byte[] plain = inflate(file, start, length);
        Object parameters = single(dictionary.get("DecodeParms"), start);
        if (!(parameters instanceof Map<?, ?> given)) {
            return plain;
        }
        long predictor = given.get("Predictor") instanceof Long chosen ? chosen : 1;
        if (predictor == 1) {
            return plain;
        }
        long columns = given.get("Columns") instanceof Long chosen ? chosen : 1;
        boolean bytewise = unset(given.get("Colors"), 1) && unset(given.get("BitsPerComponent"), 8);
        if (predictor < 10 || predictor > 15 || columns < 1 || columns > 65_536 || !bytewise) {
            throw new Malformed("a predictor that is not read here", start);
        }
        return unpredict(plain, (int) columns, start);
    }

    private static boolean unset(@Nullable Object value, long usual) {
        return value == null || value.equals(usual);
    }

    /** The only element of an array, or the thing itself. */
    private static @Nullable Object single(@Nullable Object value, int at) throws Malformed {
        if (value instanceof List<?> list) {
            if (list.size() > 1) {
                throw new Malformed("a chain of filters", at);
            }
            return list.isEmpty() ? null : list.get(0);
        }
        return value == PdfSyntax.Nothing.NULL ? null : value;
    }

    private static byte[] inflate(byte[] file, int start, int length) throws Malformed {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, start, length);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16_384];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new Malformed("packed data cut short", start);
                }
                out.write(buffer, 0, read);
                if (out.size() > LIMIT) {
                    throw new Malformed("unpacks to too much", start);
                }
            }
            return out.toByteArray();
        } catch (DataFormatException damaged) {
            throw new Malformed("packed data damaged", start);
        } finally {
            inflater.end();
        }
    }

    /** PNG predictors, a byte a component: each row is led by its own filter. */
    private static byte[] unpredict(byte[] packed, int columns, int at) throws Malformed {
        if (packed.length % (columns + 1) != 0) {
            throw new Malformed("rows of unequal length", at);
        }
        int rows = packed.length / (columns + 1);
        byte[] plain = new byte[rows * columns];
        for (int row = 0; row < rows; row++) {
            int filter = packed[row * (columns + 1)];
            for (int column = 0; column < columns; column++) {
                int to = row * columns + column;
                int left = column == 0 ? 0 : plain[to - 1] & 0xFF;
                int up = row == 0 ? 0 : plain[to - columns] & 0xFF;
                int corner = row == 0 || column == 0 ? 0 : plain[to - columns - 1] & 0xFF;
                int add = predicted(filter, left, up, corner, at);
                plain[to] = (byte) (packed[row * (columns + 1) + 1 + column] + add);
            }
        }
        return plain;
    }

    private static int predicted(int filter, int left, int up, int corner, int at) throws Malformed {
        return switch (filter) {
            case 0 -> 0;
            case 1 -> left;
            case 2 -> up;
            case 3 -> (left + up) / 2;
            case 4 -> paeth(left, up, corner);
            default -> throw new Malformed("unknown row filter", at);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
