package vn.sohoa.signing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.sohoa.signing.PdfSyntax.Malformed;
import vn.sohoa.signing.PdfSyntax.Ref;
import vn.sohoa.signing.XrefSection.Entry;

/** Which object is where, at the end of one revision: the newest entry of each number wins. For one thread. */
final class XrefState {

    /** A chain of sections that comes back to itself. */
    static final class Loop extends Malformed {
        private static final long serialVersionUID = 1;

        Loop(int at) {
            super("chain of sections in a circle", at);
        }
    }

    private final byte[] file;
    private final Map<Integer, Entry> entries;
    private final Map<Integer, Map<Integer, Object>> unpacked = new HashMap<>();
    private XrefSection newest;

    private XrefState(byte[] file, Map<Integer, Entry> entries, XrefSection newest) {
        this.file = file;
        this.entries = entries;
        this.newest = newest;
    }

    /** Follows the chain from the last {@code startxref} in front of a byte. */
    static XrefState before(byte[] file, int end) throws Malformed {
        int at = end - "startxref".length();
        while (at >= 0 && !PdfSyntax.startsWith(file, at, "startxref")) {
            at--;
        }
        PdfSyntax syntax = new PdfSyntax(file, Math.max(at, 0));
        syntax.expect("startxref");
        XrefSection newest = XrefSection.read(file, syntax.number());
        Map<Integer, Entry> entries = new HashMap<>(newest.entries());
        Set<Integer> visited = new HashSet<>(Set.of(newest.offset()));
        for (XrefSection section = newest; section.previous() >= 0; ) {
            section = XrefSection.read(file, section.previous());
            if (!visited.add(section.offset())) {
                throw new Loop(section.offset());
            }
            section.entries().forEach(entries::putIfAbsent);
        }
        return new XrefState(file, entries, newest);
    }

    Optional<Entry> entry(int number) {
        return Optional.ofNullable(entries.get(number));
    }

    XrefSection newest() {
        return newest;
    }

    /** The state as it is now: what is appended later does not touch it. */
    XrefState copy() {
        return new XrefState(file, new HashMap<>(entries), newest);
    }

    /** What a number stands for, or nothing if it is free, no object, or cannot be read. A stream is its dictionary. */
    Optional<Object> value(int number) {
        Entry entry = entries.get(number);
        try {
            if (entry != null && entry.type() == 1 && entry.a() < file.length) {
                PdfBody body = PdfBody.read(file, (int) entry.a(), this::number);
                return body.number() == number ? Optional.of(body.value()) : Optional.empty();
            }
            if (entry != null && entry.type() == 2) {
                return Optional.ofNullable(streamed((int) entry.a()).get(number));
            }
        } catch (Malformed unreadable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Map<Integer, Object> streamed(int number) throws Malformed {
        Map<Integer, Object> known = unpacked.get(number);
        Entry entry = entries.get(number);
        if (known == null && entry != null && entry.type() == 1 && entry.a() < file.length) {
            known = ObjectStreams.values(file, PdfBody.read(file, (int) entry.a(), this::number));
            unpacked.put(number, known);
        }
        return known == null ? Map.of() : known;
    }

    void append(XrefSection section) {
        entries.putAll(section.entries());
        unpacked.clear();
        newest = section;
    }

    /** The number that an object consists of, as a stream's length does. */
    OptionalLong number(Ref ref) {
        Entry entry = entries.get(ref.number());
        if (entry == null || entry.type() != 1 || entry.a() >= file.length) {
            return OptionalLong.empty();
        }
        try {
            PdfBody body = PdfBody.read(file, (int) entry.a(), other -> OptionalLong.empty());
            return body.number() == ref.number() && body.value() instanceof Long number
                    ? OptionalLong.of(number)
                    : OptionalLong.empty();
        } catch (Malformed unreadable) {
            return OptionalLong.empty();
        }
    }
}
