package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sohoa.signing.PdfSyntax.Malformed;

/**
 * One cross-reference section, classic table (with its {@code /XRefStm}, if it has one) or stream.
 *
 * @param offset of its first byte, white-space in front passed over
 * @param end just after it, before {@code startxref}
 * @param previous what {@code /Prev} says, or -1
 * @param trailer its dictionary: the root and what else it names
 * @param duplicateKey the trailer names a key twice
 * @param streams offsets of the objects that are cross-reference streams themselves: no entry needs to name them
 */
record XrefSection(
        int offset,
        int end,
        Map<Integer, Entry> entries,
        long previous,
        Map<String, Object> trailer,
        boolean duplicateKey,
        Set<Integer> streams) {

    private static final int MOST_ENTRIES = 8_400_000; // the limit of PDF implementations, ISO 32000 annex C

    /**
     * Where an object is.
     *
     * @param type 0 free and {@code a} the next free one, 1 at offset {@code a} with generation {@code b}, 2 in object stream {@code a} at index {@code b}
     */
    record Entry(int type, long a, long b) {}

    static XrefSection read(byte[] file, long offset) throws Malformed {
        PdfSyntax syntax = new PdfSyntax(file, checked(file, offset));
        syntax.skip();
        int start = syntax.position();
        return syntax.take("xref") ? table(file, syntax, start) : stream(file, start);
    }

    private static int checked(byte[] file, long offset) throws Malformed {
        if (offset < 0 || offset >= file.length) {
            throw new Malformed("section outside the file", 0);
        }
        return (int) offset;
    }

    private static XrefSection table(byte[] file, PdfSyntax syntax, int start) throws Malformed {
        Map<Integer, Entry> entries = new HashMap<>();
        while (!syntax.take("trailer")) {
            int first = syntax.smallNumber();
            int count = syntax.smallNumber();
            checkCount(entries.size(), first, count, syntax.position());
            for (int i = 0; i < count; i++) {
                long a = syntax.number();
                long b = syntax.number();
                boolean used = syntax.take("n");
                if (!used) {
                    syntax.expect("f");
                }
                add(entries, first + i, new Entry(used ? 1 : 0, a, b), start);
            }
        }
        Map<String, Object> trailer = PdfBody.asDictionary(syntax.value());
        if (trailer.isEmpty()) {
            throw new Malformed("no trailer", start);
        }
        Set<Integer> streams = new HashSet<>();
        if (trailer.get("XRefStm") instanceof Long hybrid) {
            XrefSection hidden = stream(file, checked(file, hybrid));
            streams.addAll(hidden.streams());
            hidden.entries()
                    .forEach((number, entry) ->
                            entries.merge(number, entry, (table, other) -> table.type() == 0 ? other : table));
        }
        return new XrefSection(
                start, syntax.position(), entries, previous(trailer), trailer, syntax.duplicateKey(), streams);
    }

    private static XrefSection stream(byte[] file, int start) throws Malformed {
        PdfBody body = PdfBody.read(file, start, ref -> OptionalLong.empty());
        if (!body.isType("XRef") || body.data() < 0) {
            throw new Malformed("no cross-reference stream", start);
        }
        int[] widths = widths(body.dictionary().get("W"), start);
        int row = widths[0] + widths[1] + widths[2];
        byte[] rows = body.decoded(file);
        Map<Integer, Entry> entries = new HashMap<>();
        int at = 0;
        List<Integer> index = index(body.dictionary(), start);
        for (int i = 0; i < index.size(); i += 2) {
            checkCount(entries.size(), index.get(i), index.get(i + 1), start);
            for (int k = 0; k < index.get(i + 1); k++, at += row) {
                if (at > rows.length - row) {
                    throw new Malformed("rows are missing", start);
                }
                add(entries, index.get(i) + k, entry(rows, at, widths, start), start);
            }
        }
        return new XrefSection(
                start,
                body.end(),
                entries,
                previous(body.dictionary()),
                body.dictionary(),
                body.duplicateKey(),
                Set.of(start));
    }

    private static Entry entry(byte[] rows, int at, int[] widths, int start) throws Malformed {
        long type = widths[0] == 0 ? 1 : bigEndian(rows, at, widths[0]);
        long a = bigEndian(rows, at + widths[0], widths[1]);
        long b = bigEndian(rows, at + widths[0] + widths[1], widths[2]);
        if (type > 2) {
            throw new Malformed("entry of an unknown type", start);
        }
        return new Entry((int) type, a, b);
    }

    private static long bigEndian(byte[] rows, int at, int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = (value << 8) | (rows[at + i] & 0xFF);
        }
        return value;
    }

    private static int[] widths(@Nullable Object value, int at) throws Malformed {
        List<Integer> widths = numbers(value, at);
        if (widths.size() != 3 || widths.stream().anyMatch(width -> width > 7) || widths.get(1) == 0) {
            throw new Malformed("bad /W", at);
        }
        return new int[] {widths.get(0), widths.get(1), widths.get(2)};
    }

    private static List<Integer> index(Map<String, Object> dictionary, int at) throws Malformed {
        Object stated = dictionary.containsKey("Index")
                ? dictionary.get("Index")
                : List.of(0L, dictionary.getOrDefault("Size", PdfSyntax.Nothing.NULL));
        List<Integer> index = numbers(stated, at);
        if (index.size() % 2 != 0) {
            throw new Malformed("bad /Index", at);
        }
        return index;
    }

    private static List<Integer> numbers(@Nullable Object value, int at) throws Malformed {
        if (!(value instanceof List<?> list)) {
            throw new Malformed("no array of numbers", at);
        }
        List<Integer> numbers = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof Long number) || number < 0 || number > Integer.MAX_VALUE) {
                throw new Malformed("no array of numbers", at);
            }
            numbers.add(number.intValue());
        }
        return numbers;
    }

    private static void checkCount(int have, long first, long count, int at) throws Malformed {
        if (first + count > MOST_ENTRIES || have + count > MOST_ENTRIES) {
            throw new Malformed("too many entries", at);
        }
    }

    private static void add(Map<Integer, Entry> entries, int number, Entry entry, int at) throws Malformed {
        if (entries.put(number, entry) != null) {
            throw new Malformed("one number twice in a section", at);
        }
    }

    private static long previous(Map<?, ?> trailer) throws Malformed {
        Object previous = trailer.get("Prev");
        if (previous == null) {
            return -1;
        }
        if (previous instanceof Long offset && offset >= 0) {
            return offset;
        }
        throw new Malformed("bad /Prev", 0);
    }
}
