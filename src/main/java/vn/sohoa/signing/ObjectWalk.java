package vn.sohoa.signing;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Walks from the trailer to every object: what may change the page later, and what nothing leads to. For one file, one thread. */
final class ObjectWalk {

    private static final List<String> ACTIONS =
            List.of("JavaScript", "Launch", "SubmitForm", "ImportData", "Rendition", "GoToR", "GoToE", "SetOCGState");
    private static final List<String> OWN_STREAMS = List.of("ObjStm", "XRef");

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSObjectKey> reached = new HashSet<>();
    private final Set<String> active = new TreeSet<>();
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private int unreachable;

    private ObjectWalk() {}

    static ObjectWalk of(COSDocument document) {
        ObjectWalk walk = new ObjectWalk();
        walk.push(document.getTrailer());
        while (!walk.waiting.isEmpty()) {
            walk.visit(walk.waiting.pop());
        }
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSBase object = document.getObjectFromPool(key).getObject();
            if (!walk.reached.contains(key) && object != null && !walk.seen.contains(object) && counts(object)) {
                walk.unreachable++;
            }
        }
        return walk;
    }

    /** In words for officers. */
    Set<String> active() {
        return active;
    }

    int unreachable() {
        return unreachable;
    }

    /** Numbers and names that nothing names show nothing; the file's own tables have no other way to be found. */
    private static boolean counts(COSBase object) {
        return object instanceof COSDictionary dictionary
                && dictionary.size() > 0
                && !dictionary.containsKey("Linearized")
                && !(object instanceof COSStream && OWN_STREAMS.contains(dictionary.getNameAsString(COSName.TYPE)))
                && !isHint(dictionary);
    }

    /** The hints of a file made for the web. */
    private static boolean isHint(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.S)
                && dictionary.containsKey(COSName.LENGTH)
                && !dictionary.containsKey(COSName.TYPE);
    }

    private void push(@Nullable COSBase value) {
        if (value != null) {
            waiting.push(value);
        }
    }

    private void visit(COSBase value) {
        if (value instanceof COSObject reference) {
            if (reference.getKey() != null && reached.add(reference.getKey())) {
                push(reference.getObject());
            }
        } else if (value instanceof COSDictionary dictionary && seen.add(dictionary)) {
            look(dictionary);
            dictionary.getValues().forEach(this::push);
        } else if (value instanceof COSArray array && seen.add(array)) {
            array.forEach(this::push);
        }
    }

    private void look(COSDictionary dictionary) {
        String action = dictionary.getNameAsString(COSName.S);
        if (dictionary.containsKey(COSName.AA)
                || dictionary.containsKey(COSName.JS)
                || (action != null && ACTIONS.contains(action) && !dictionary.containsKey(COSName.LENGTH))) {
            active.add("hành động tự chạy hoặc mã lệnh");
        }
        if (dictionary.containsKey(COSName.OCPROPERTIES)) {
            active.add("lớp nội dung ẩn hiện");
        }
        if (dictionary.containsKey("EmbeddedFiles") || dictionary.containsKey("AF") || dictionary.containsKey("EF")) {
            active.add("tệp đính kèm");
        }
        COSDictionary opening = dictionary.getCOSDictionary(COSName.OPEN_ACTION);
        if (opening != null && !COSName.getPDFName("GoTo").equals(opening.getCOSName(COSName.S))) {
            active.add("hành động tự chạy hoặc mã lệnh");
        }
        if (COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE))) {
            notes(dictionary.getCOSArray(COSName.ANNOTS));
        }
    }

    /** Only signature fields may lie on a page. */
    private void notes(@Nullable COSArray annotations) {
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary note && !isSignatureField(note)) {
                active.add("chú thích, liên kết hoặc ô biểu mẫu trên trang");
            }
        }
    }

    private static boolean isSignatureField(COSDictionary note) {
        COSDictionary parent = note.getCOSDictionary(COSName.PARENT);
        COSName type = note.getCOSName(COSName.FT);
        COSName inherited = parent == null ? null : parent.getCOSName(COSName.FT);
        return COSName.SIG.equals(type == null ? inherited : type);
    }
}
