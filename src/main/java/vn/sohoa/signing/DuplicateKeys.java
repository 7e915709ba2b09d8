package vn.sohoa.signing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sohoa.signing.PdfSyntax.Malformed;
import vn.sohoa.signing.PdfSyntax.Ref;

/**
 * Keys named twice where it matters: trailer, catalogue, pages, signature. One reader takes the first, another the last. For one
 * file.
 */
final class DuplicateKeys {

    private static final int MOST_NODES = 20_000; // of a page tree

    private final byte[] file;
    private final XrefState state;

    private DuplicateKeys(byte[] file, XrefState state) {
        this.file = file;
        this.state = state;
    }

    /** What cannot be read does not count here: other rules speak of it. */
    static boolean in(byte[] file, List<SignatureDictionary> signatures) {
        try {
            DuplicateKeys search = new DuplicateKeys(file, XrefState.before(file, file.length));
            Map<String, Object> trailer = search.state.newest().trailer();
            boolean found = search.state.newest().duplicateKey() || search.tree(trailer.get("Root"));
            for (SignatureDictionary signature : signatures) {
                found |= signature.offset() >= 0
                        && PdfBody.read(file, (int) signature.offset(), search.state::number)
                                .duplicateKey();
            }
            return found;
        } catch (Malformed unreadable) {
            return false;
        }
    }

    /** The catalogue and all that its page tree reaches. */
    private boolean tree(@Nullable Object root) throws Malformed {
        Deque<Ref> open = new ArrayDeque<>();
        Set<Integer> seen = new HashSet<>();
        if (root instanceof Ref first) {
            open.add(first);
        }
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            Ref ref = open.remove();
            if (!seen.add(ref.number())) {
                continue;
            }
            if (isDoubled(ref)) {
                return true;
            }
            Map<String, Object> node =
                    PdfBody.asDictionary(state.value(ref.number()).orElse(Map.of()));
            if (node.get("Pages") instanceof Ref pages) {
                open.add(pages);
            }
            if (node.get("Kids") instanceof List<?> kids) {
                kids.stream().filter(Ref.class::isInstance).forEach(kid -> open.add((Ref) kid));
            }
        }
        return false;
    }

    private boolean isDoubled(Ref ref) throws Malformed {
        XrefSection.Entry entry = state.entry(ref.number()).orElse(new XrefSection.Entry(0, 0, 0));
        return entry.type() == 1
                && entry.a() < file.length
                && PdfBody.read(file, (int) entry.a(), state::number).duplicateKey();
    }
}
