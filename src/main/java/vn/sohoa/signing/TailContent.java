package vn.sohoa.signing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.signing.PdfSyntax.Name;
import vn.sohoa.signing.PdfSyntax.Ref;
import vn.sohoa.signing.TailWalker.Item;
import vn.sohoa.signing.TailWalker.Update;

/**
 * What may follow the judged signature: revocation data, time-stamps, and what makes them known. Everything else is named, be
 * it harmless or not: a list of what is allowed, since a list of what is forbidden is never whole. For one state, one thread.
 */
final class TailContent {

    private static final Set<String> DSS_KEYS = Set.of("Type", "Certs", "OCSPs", "CRLs", "VRI");
    private static final Set<String> VRI_KEYS = Set.of("Type", "Cert", "OCSP", "CRL", "TU", "TS");
    private static final Set<String> FIELD_KEYS =
            Set.of("Type", "Subtype", "FT", "T", "V", "F", "Ff", "Rect", "P", "MK", "DR", "BS", "Border", "H", "AP");

    private final XrefState before;
    private final Map<Integer, Item> now = new TreeMap<>();
    private final Set<Integer> explained = new HashSet<>();
    private final Set<SignatureReason> codes = EnumSet.noneOf(SignatureReason.class);

    private TailContent(XrefState before) {
        this.before = before;
    }

    /** Looked at after each update: what a later one takes back was there all the same. */
    static List<Finding> check(XrefState before, List<Update> updates) {
        TailContent content = new TailContent(before);
        for (Update update : updates) {
            Map<Integer, Item> earlier = Map.copyOf(content.now);
            content.now.putAll(update.items());
            content.explained.clear();
            content.look(update, earlier);
        }
        return content.codes.stream().map(Finding::of).toList();
    }

    private void look(Update update, Map<Integer, Item> earlier) {
        Map<String, Object> trailer = update.section().trailer();
        Map<String, Object> old = before.newest().trailer();
        if (!same(trailer.get("Root"), old.get("Root"))
                || !same(trailer.get("Encrypt"), old.get("Encrypt"))
                || !same(trailer.get("Info"), old.get("Info"))
                || !isOfTheSameFile(trailer.get("ID"), old.get("ID"))) {
            codes.add(SignatureReason.TAIL_UNLISTED);
        }
        if (trailer.get("Root") instanceof Ref root) {
            catalog(root);
        }
        update.items().forEach((number, item) -> {
            if (new Name("Page").equals(PdfBody.asDictionary(item.value()).get("Type"))) {
                page(number, PdfBody.asDictionary(item.value()));
            }
        });
        update.items().forEach((number, item) -> {
            if (!explained.contains(number) && !isAsBefore(item, old(number, earlier))) {
                codes.add(isVisible(item.value()) ? SignatureReason.OVERLAY : SignatureReason.TAIL_UNLISTED);
            }
        });
    }

    /** The first half of an identifier stays for good, the second is any number its writer likes (ISO 32000-1, 14.4). */
    private boolean isOfTheSameFile(@Nullable Object identifier, @Nullable Object before) {
        return !(identifier instanceof List<?> now && before instanceof List<?> once)
                || now.isEmpty()
                || once.isEmpty()
                || same(now.get(0), once.get(0));
    }

    private Optional<Object> old(int number, Map<Integer, Item> earlier) {
        Item item = earlier.get(number);
        return item != null ? Optional.of(item.value()) : before.value(number);
    }

    /** An honest writer repeats objects; a new number that nothing reaches but a stream's length is a whole number. */
    private static boolean isAsBefore(Item item, Optional<Object> old) {
        if (old.isEmpty()) {
            return item.value() instanceof Long;
        }
        return !item.stream() && same(item.value(), old.get());
    }

    /** An annotation or field with an area on the page. */
    private boolean isVisible(Object value) {
        Map<String, Object> dictionary = PdfBody.asDictionary(value);
        boolean placed = dictionary.containsKey("Subtype") || dictionary.containsKey("FT");
        return placed && dictionary.containsKey("Rect") && !isFlat(dictionary.get("Rect"));
    }

    private boolean isFlat(@Nullable Object rectangle) {
        if (rectangle == null) {
            return true;
        }
        return resolved(rectangle) instanceof List<?> corners
                && corners.size() == 4
                && corners.stream().allMatch(Number.class::isInstance)
                && (number(corners, 0) == number(corners, 2) || number(corners, 1) == number(corners, 3));
    }

    private static double number(List<?> corners, int i) {
        return ((Number) corners.get(i)).doubleValue();
    }

    private void catalog(Ref root) {
        Map<String, Object> fresh = dictionary(root);
        Map<String, Object> old =
                PdfBody.asDictionary(before.value(root.number()).orElse(Map.of()));
        explainIf(sameBut(fresh, old, Set.of("DSS", "Extensions", "AcroForm")), root);
        explain(fresh.get("Extensions"));
        dss(fresh.get("DSS"));
        Object form = fresh.get("AcroForm");
        Map<String, Object> freshForm = dictionary(form);
        Map<String, Object> oldForm = PdfBody.asDictionary(old(old.get("AcroForm")));
        boolean kept = sameBut(freshForm, oldForm, Set.of("Fields", "SigFlags"))
                && onlyTimeStampsAdded(freshForm.get("Fields"), oldForm.get("Fields"));
        explainIf(kept, form);
        if (!kept) {
            codes.add(SignatureReason.TAIL_UNLISTED);
        }
    }

    private void page(int number, Map<String, Object> fresh) {
        Map<String, Object> old = PdfBody.asDictionary(before.value(number).orElse(Map.of()));
        boolean kept =
                sameBut(fresh, old, Set.of("Annots")) && onlyTimeStampsAdded(fresh.get("Annots"), old.get("Annots"));
        explainIf(kept, new Ref(number, 0));
    }

    private boolean onlyTimeStampsAdded(@Nullable Object fresh, @Nullable Object old) {
        List<?> now = list(resolved(fresh));
        List<?> then = list(old(old));
        if (now.size() < then.size() || !same(now.subList(0, then.size()), then)) {
            return false;
        }
        boolean all = now.subList(then.size(), now.size()).stream().allMatch(this::isTimeStampField);
        explainIf(all, fresh);
        return all;
    }

    private boolean isTimeStampField(@Nullable Object field) {
        Map<String, Object> dictionary = dictionary(field);
        Map<String, Object> value = dictionary(dictionary.get("V"));
        boolean stamp = new Name("Sig").equals(dictionary.get("FT"))
                && new Name("DocTimeStamp").equals(value.get("Type"))
                && isFlat(dictionary.get("Rect"))
                && FIELD_KEYS.containsAll(dictionary.keySet())
                && isEmptyLook(dictionary.get("AP"));
        explainIf(stamp, field);
        explainIf(stamp, dictionary.get("V"));
        return stamp;
    }

    /** Some writers give a field without an area an appearance without an area. */
    private boolean isEmptyLook(@Nullable Object appearance) {
        Map<String, Object> look = dictionary(appearance);
        Map<String, Object> form = dictionary(look.get("N"));
        boolean empty = look.isEmpty()
                || (look.keySet().equals(Set.of("N")) && isFlat(form.get("BBox")) && !form.containsKey("Resources"));
        explainIf(empty, appearance);
        explainIf(empty, look.get("N"));
        return empty;
    }

    private void dss(@Nullable Object reference) {
        Map<String, Object> dss = dictionary(reference);
        explainIf(DSS_KEYS.containsAll(dss.keySet()), reference);
        streams(dss, Set.of("Certs", "OCSPs", "CRLs"));
        Map<String, Object> all = dictionary(dss.get("VRI"));
        explain(dss.get("VRI"));
        for (Map.Entry<String, Object> each : all.entrySet()) {
            Map<String, Object> vri = dictionary(each.getValue());
            if (each.getKey().matches("[0-9A-F]{40}") && VRI_KEYS.containsAll(vri.keySet())) {
                explain(each.getValue());
                streams(vri, Set.of("Cert", "OCSP", "CRL", "TS"));
            } else if (!each.getKey().equals("Type")) {
                codes.add(SignatureReason.TAIL_UNLISTED);
            }
        }
    }

    private void streams(Map<String, Object> dictionary, Set<String> keys) {
        for (String key : keys) {
            Object value = dictionary.get(key);
            if (resolved(value) instanceof List<?> list) {
                explain(value);
                list.forEach(this::stream);
            } else {
                stream(value);
            }
        }
    }

    private void stream(@Nullable Object reference) {
        if (reference instanceof Ref ref && now.containsKey(ref.number())) {
            explainIf(now.get(ref.number()).stream(), ref);
        }
    }

    private void explain(@Nullable Object reference) {
        explainIf(true, reference);
    }

    private void explainIf(boolean allowed, @Nullable Object reference) {
        if (allowed && reference instanceof Ref ref) {
            explained.add(ref.number());
        }
    }

    private Map<String, Object> dictionary(@Nullable Object value) {
        return PdfBody.asDictionary(resolved(value));
    }

    private Object resolved(@Nullable Object value) {
        if (value instanceof Ref ref) {
            Item item = now.get(ref.number());
            return item != null ? item.value() : old(ref);
        }
        return value == null ? Map.of() : value;
    }

    private Object old(@Nullable Object value) {
        if (value instanceof Ref ref) {
            return before.value(ref.number()).orElse(Map.of());
        }
        return value == null ? Map.of() : value;
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static boolean sameBut(Map<String, Object> fresh, Map<String, Object> old, Set<String> free) {
        Map<String, Object> a = new HashMap<>(fresh);
        Map<String, Object> b = new HashMap<>(old);
        a.keySet().removeAll(free);
        b.keySet().removeAll(free);
        return !old.isEmpty() && same(a, b);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b;
        } else if (a instanceof byte[] x && b instanceof byte[] y) {
            return Arrays.equals(x, y);
        } else if (a instanceof Number x && b instanceof Number y) {
            return x.doubleValue() == y.doubleValue();
        } else if (a instanceof List<?> x && b instanceof List<?> y) {
            boolean equal = x.size() == y.size();
            for (int i = 0; equal && i < x.size(); i++) {
                equal = same(x.get(i), y.get(i));
            }
            return equal;
        } else if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> same(x.get(key), y.get(key)));
        }
        return a.equals(b);
    }
}
