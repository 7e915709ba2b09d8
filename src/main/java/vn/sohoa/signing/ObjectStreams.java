package vn.sohoa.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.sohoa.signing.PdfSyntax.Malformed;

/** Looks into object streams. */
final class ObjectStreams {

    private ObjectStreams() {}

    /** The pair of numbers at that place of the head names the object. */
    static boolean holds(byte[] file, PdfBody stream, long index, int number) throws Malformed {
        long count = stream.dictionary().get("N") instanceof Long stated ? stated : 0;
        if (index < 0 || index >= count) {
            return false;
        }
        PdfSyntax head = new PdfSyntax(stream.decoded(file), 0);
        for (long i = 0; i < index; i++) {
            head.number();
            head.number();
        }
        return head.number() == number;
    }

    /** Everything in it, by number; a number that stands there twice is refused. */
    static Map<Integer, Object> values(byte[] file, PdfBody stream) throws Malformed {
        byte[] plain = stream.decoded(file);
        long count = stream.dictionary().get("N") instanceof Long stated ? stated : 0;
        long first = stream.dictionary().get("First") instanceof Long stated ? stated : -1;
        PdfSyntax head = new PdfSyntax(plain, 0);
        Map<Integer, Object> values = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            int number = head.smallNumber();
            long at = first + head.number();
            if (first < 0 || at >= plain.length) {
                throw new Malformed("object outside its stream", stream.offset());
            }
            PdfSyntax body = new PdfSyntax(plain, (int) at);
            Object value = body.value();
            if (values.put(number, value) != null || body.duplicateKey()) {
                throw new Malformed("one name twice in an object stream", stream.offset());
            }
        }
        return values;
    }

    /**
     * Unpacks the object stream around a byte, wherever it was found: no table need know of it.
     *
     * @param inside a byte of its dictionary
     */
    static byte[] around(byte[] file, int inside) throws Malformed {
        for (int at = inside; at >= Math.max(0, inside - 4096); at--) {
            if (PdfSyntax.startsWith(file, at, "obj")) {
                PdfSyntax syntax = new PdfSyntax(file, at + 3);
                if (!(syntax.value() instanceof Map<?, ?> dictionary) || !syntax.take("stream")) {
                    break;
                }
                int data = syntax.streamStart();
                return decode(file, data, dictionary);
            }
        }
        throw new Malformed("no stream around", inside);
    }

    @SuppressWarnings("unchecked") // PdfSyntax makes no other maps
    private static byte[] decode(byte[] file, int data, Map<?, ?> dictionary) throws Malformed {
        if (dictionary.get("Filter") == null) {
            return new byte[0]; // lies open: the scan of the file has seen it
        }
        return PdfStreams.decode(file, data, file.length - data, (Map<String, Object>) dictionary);
    }
}
