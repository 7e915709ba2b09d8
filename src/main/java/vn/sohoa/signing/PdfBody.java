package vn.sohoa.signing;

import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sohoa.signing.PdfSyntax.Malformed;
import vn.sohoa.signing.PdfSyntax.Name;
import vn.sohoa.signing.PdfSyntax.Ref;

/**
 * One indirect object as it lies in the file.
 *
 * @param dictionary of the object or its stream; empty if it is neither
 * @param data first byte of its stream, or -1
 */
record PdfBody(
        int number,
        int generation,
        int offset,
        int end,
        Object value,
        Map<String, Object> dictionary,
        int data,
        int length,
        boolean duplicateKey) {

    /** The length of a stream is an object that cannot be looked up here. */
    static final class LengthUnknown extends Malformed {
        private static final long serialVersionUID = 1;

        LengthUnknown(int at) {
            super("stream of unknown length", at);
        }
    }

    boolean isType(String type) {
        return new Name(type).equals(dictionary.get("Type"));
    }

    byte[] decoded(byte[] file) throws Malformed {
        return PdfStreams.decode(file, data, length, dictionary);
    }

    /** @param lengths where a stream states its length by reference */
    static PdfBody read(byte[] file, int offset, Function<Ref, OptionalLong> lengths) throws Malformed {
        PdfSyntax syntax = new PdfSyntax(file, offset);
        syntax.skip();
        int start = syntax.position();
        int number = syntax.smallNumber();
        int generation = syntax.smallNumber();
        syntax.expect("obj");
        Object value = syntax.value();
        Map<String, Object> dictionary = asDictionary(value);
        int data = -1;
        int length = 0;
        if (value instanceof Map && syntax.take("stream")) {
            data = syntax.streamStart();
            length = length(dictionary.get("Length"), lengths, file.length - data, data);
            syntax.moveTo(data + length);
            syntax.expect("endstream");
        }
        syntax.expect("endobj");
        return new PdfBody(
                number, generation, start, syntax.position(), value, dictionary, data, length, syntax.duplicateKey());
    }

    /** The thing as a dictionary; empty if it is none. */
    @SuppressWarnings("unchecked") // PdfSyntax makes no other maps
    static Map<String, Object> asDictionary(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : Map.of();
    }

    private static int length(@Nullable Object stated, Function<Ref, OptionalLong> lengths, int room, int at)
            throws Malformed {
        if (stated == null) {
            throw new Malformed("stream without a length", at);
        }
        long length = -1;
        if (stated instanceof Long direct) {
            length = direct;
        } else if (stated instanceof Ref ref) {
            length = lengths.apply(ref).orElseThrow(() -> new LengthUnknown(at));
        }
        if (length < 0 || length > room) {
            throw new Malformed("stream longer than the file", at);
        }
        return (int) length;
    }
}
