package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.signing.PdfSyntax.Malformed;
import vn.sohoa.signing.PdfSyntax.Ref;
import vn.sohoa.signing.XrefSection.Entry;

/**
 * Explains every byte that follows a signed revision as whole incremental updates, or says what it cannot explain. Uses no PDF
 * library and repairs nothing: libraries see nothing of a redirected, freed or unlisted object. For one file, one thread.
 */
final class TailWalker {

    /** A finding, and the first byte of the update in which it was made. */
    record Found(SignatureReason code, int update) {}

    /** An object of an update, on its own or in an object stream. */
    record Item(Object value, boolean stream) {}

    /** One whole update: what it holds and where it says so. */
    record Update(Map<Integer, Item> items, XrefSection section) {}

    /**
     * @param before the state at the end of the signed revision, if it can be read
     * @param updates whole incremental updates read, in their order
     */
    record Tail(List<Found> found, Optional<XrefState> before, List<Update> updates) {}

    private final byte[] file;
    private final List<Found> found = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private Optional<XrefState> before = Optional.empty();

    private TailWalker(byte[] file) {
        this.file = file;
    }

    /** @param from just behind the last signed byte */
    static Tail walk(byte[] file, int from) {
        TailWalker walker = new TailWalker(file);
        if (!walker.isBlank(from)) {
            walker.walkFrom(from);
        }
        return new Tail(List.copyOf(walker.found), walker.before, List.copyOf(walker.updates));
    }

    private boolean isBlank(int from) {
        int at = from;
        while (at < file.length && PdfSyntax.isSpace(file[at])) {
            at++;
        }
        return at >= file.length;
    }

    private void walkFrom(int from) {
        XrefState state;
        try {
            state = XrefState.before(file, from);
            before = Optional.of(state.copy());
        } catch (XrefState.Loop loop) {
            found.add(new Found(SignatureReason.XREF_LOOP, from));
            return;
        } catch (Malformed unreadable) { // lies in the signed part: no proof of harm, but nothing can be compared
            found.add(new Found(SignatureReason.CHECK_INCOMPLETE, from));
            return;
        }
        int at = from;
        while (!isBlank(at)) {
            try {
                at = update(at, state);
            } catch (PdfBody.LengthUnknown notReadHere) {
                found.add(new Found(SignatureReason.CHECK_INCOMPLETE, at));
                return;
            } catch (Malformed unexplained) {
                found.add(new Found(unexplained(at), at));
                return;
            }
        }
    }

    /** Junk is for a person; whatever a recovering reader could take for an object is harm. */
    private SignatureReason unexplained(int at) {
        for (int i = at; i < file.length; i++) {
            if ((file[i] == 'o' && PdfSyntax.startsWith(file, i, "obj"))
                    || (file[i] == 's' && PdfSyntax.startsWith(file, i, "startxref"))) {
                return SignatureReason.TAIL_UNEXPLAINED;
            }
        }
        return SignatureReason.TRAILING_BYTES;
    }

    /** One update. @return its end */
    private int update(int start, XrefState state) throws Malformed {
        Map<Integer, PdfBody> bodies = new HashMap<>();
        PdfSyntax syntax = new PdfSyntax(file, start);
        int section = -1;
        int last = -1;
        while (!syntax.take("startxref")) {
            if (section >= 0) {
                throw new Malformed("no startxref", syntax.position());
            }
            syntax.skip();
            int at = syntax.position();
            if (syntax.take("xref")) {
                section = at;
                syntax.moveTo(XrefSection.read(file, at).end());
            } else {
                PdfBody body = PdfBody.read(file, at, ref -> length(ref, bodies, state));
                check(body, bodies, start);
                last = body.isType("XRef") ? body.offset() : -1;
                syntax.moveTo(body.end());
            }
        }
        section = section >= 0 ? section : last;
        if (section < 0) {
            throw new Malformed("no section", start);
        }
        long target = syntax.number();
        syntax.expectEnd();
        XrefSection read = XrefSection.read(file, section);
        checkChain(read, target, state, start);
        checkEntries(read, bodies, state, start);
        if (read.duplicateKey()) {
            found.add(new Found(SignatureReason.DUPLICATE_KEY, start));
        }
        updates.add(new Update(items(bodies), read));
        state.append(read);
        return syntax.position();
    }

    private Map<Integer, Item> items(Map<Integer, PdfBody> bodies) throws Malformed {
        Map<Integer, Item> items = new TreeMap<>();
        for (PdfBody body : bodies.values()) {
            if (body.isType("ObjStm")) {
                ObjectStreams.values(file, body).forEach((number, value) -> items.put(number, new Item(value, false)));
            } else if (!body.isType("XRef")) {
                items.put(body.number(), new Item(body.value(), body.data() >= 0));
            }
        }
        return items;
    }

    private void check(PdfBody body, Map<Integer, PdfBody> bodies, int update) {
        if (bodies.put(body.number(), body) != null) {
            found.add(new Found(SignatureReason.DUPLICATE_OBJECT, update));
        }
        if (body.duplicateKey()) {
            found.add(new Found(SignatureReason.DUPLICATE_KEY, update));
        }
    }

    private static OptionalLong length(Ref ref, Map<Integer, PdfBody> bodies, XrefState state) {
        PdfBody body = bodies.get(ref.number());
        if (body != null) {
            return body.value() instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
        }
        return state.number(ref);
    }

    private void checkChain(XrefSection section, long target, XrefState state, int update) {
        if (passSpace(target) != section.offset()) {
            found.add(new Found(SignatureReason.STARTXREF_ELSEWHERE, update));
        }
        if (passSpace(section.previous()) != state.newest().offset()) {
            found.add(new Found(SignatureReason.PREV_ELSEWHERE, update));
        }
    }

    /** Several writers are a byte off: white-space in front of the target is passed over. */
    private long passSpace(long offset) {
        long at = offset;
        while (at >= 0 && at < file.length && PdfSyntax.isSpace(file[(int) at])) {
            at++;
        }
        return at;
    }

    private void checkEntries(XrefSection section, Map<Integer, PdfBody> bodies, XrefState state, int update)
            throws Malformed {
        Set<Integer> named = new HashSet<>();
        for (Map.Entry<Integer, Entry> each : section.entries().entrySet()) {
            int number = each.getKey();
            Entry entry = each.getValue();
            Entry before = state.entry(number).orElse(new Entry(0, 0, 0));
            PdfBody body = bodies.get(number);
            if (entry.type() == 1 && body != null && body.offset() == passSpace(entry.a())) {
                named.add(number);
            }
            if (!entry.equals(before)) {
                judge(number, entry, before, bodies, update);
            }
        }
        for (PdfBody body : bodies.values()) {
            if (!named.contains(body.number()) && !section.streams().contains(body.offset())) {
                found.add(new Found(SignatureReason.OBJECT_NOT_IN_XREF, update));
            }
        }
    }

    private void judge(int number, Entry entry, Entry before, Map<Integer, PdfBody> bodies, int update)
            throws Malformed {
        if (entry.type() == 0) {
            if (number > 0 && before.type() != 0) {
                found.add(new Found(SignatureReason.XREF_FREES, update));
            } else if (entry.a() != 0 || (number == 0 && entry.b() != 0 && entry.b() != 65_535)) {
                found.add(
                        new Found(SignatureReason.TAIL_UNLISTED, update)); // writers do not keep lists of free objects
            }
        } else if (entry.type() == 1) {
            PdfBody body = bodies.get(number);
            if (entry.a() < update) {
                found.add(new Found(SignatureReason.XREF_REDIRECT, update));
            } else if (body == null || body.offset() != passSpace(entry.a()) || body.generation() != entry.b()) {
                found.add(new Found(SignatureReason.XREF_BAD, update));
            }
        } else {
            PdfBody container = bodies.get((int) entry.a());
            if (container == null || !container.isType("ObjStm")) {
                found.add(new Found(SignatureReason.XREF_REDIRECT, update));
            } else if (!ObjectStreams.holds(file, container, entry.b(), number)) {
                found.add(new Found(SignatureReason.XREF_BAD, update));
            }
        }
    }
}
