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

    void append(XrefSection section) {
        entries.putAll(section.entries());
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
