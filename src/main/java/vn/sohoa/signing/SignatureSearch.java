package vn.sohoa.signing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/**
 * Is there a signature at all? "Unsigned" is a claim that needs proof: form fields, every indirect object and the raw bytes are
 * all asked, and only if none of them shows anything is a file unsigned. For one file, one thread.
 */
final class SignatureSearch {

    /**
     * @param opened some reader opens the file
     * @param encrypted protected by a password, be it an empty one
     * @param active scripts, actions, layers or XFA forms: what is shown may depend on the reader
     * @param usage usage rights ({@code /Perms /UR3}) that a later signature covers: they grant functions of one reader and say
     *     nothing of the content, so they are no signature here. Without a later signature they stay among the dictionaries
     */
    record Result(
            List<SignatureDictionary> dictionaries,
            RawTraces raw,
            boolean opened,
            boolean encrypted,
            boolean active,
            int pages,
            EmbeddedProofs.Store store,
            List<SignatureDictionary> usage) {

        Result(
                List<SignatureDictionary> dictionaries,
                RawTraces raw,
                boolean opened,
                boolean encrypted,
                boolean active,
                int pages,
                EmbeddedProofs.Store store) {
            this(dictionaries, raw, opened, encrypted, active, pages, store, List.of());
        }

        /** Nothing anywhere, and nothing that could not be looked into. */
        boolean unsigned() {
            return dictionaries.isEmpty() && !raw.any() && opened && !encrypted && !raw.opaque();
        }

        /** Of every signature and time-stamp, padded. */
        List<byte[]> cms() {
            return dictionaries.stream().map(SignatureDictionary::contents).toList();
        }

        /** The bytes hold a signature that the present state of the document does not show. */
        boolean hidden() {
            if (dictionaries.isEmpty()) {
                return raw.any();
            }
            List<List<Long>> known = Stream.concat(dictionaries.stream(), usage.stream())
                    .map(SignatureDictionary::range)
                    .toList();
            return raw.ranges().stream().anyMatch(range -> range.size() == 4 && !known.contains(range));
        }
    }

    private static final COSName BYTE_RANGE = COSName.getPDFName("ByteRange");
    private static final int DEPTH = 16;

    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<SignatureDictionary> found = new ArrayList<>();
    private final List<SignatureDictionary> rights = new ArrayList<>();
    private boolean active;

    private SignatureSearch() {}

    static Result search(byte[] file) {
        RawTraces raw = RawTraces.scan(file);
        SignatureSearch search = new SignatureSearch();
        try (PDDocument document = Loader.loadPDF(file)) {
            search.fields(document);
            search.usageRights(document.getDocumentCatalog().getCOSObject());
            search.objects(document.getDocument());
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            search.active |= activeCatalog(catalog);
            List<SignatureDictionary> usage = search.covered(file.length);
            return new Result(
                    search.found.stream().filter(each -> !usage.contains(each)).toList(),
                    raw,
                    true,
                    document.isEncrypted(),
                    search.active,
                    document.getNumberOfPages(),
                    store(catalog),
                    usage);
        } catch (IOException unreadable) {
            return new Result(
                    List.copyOf(search.found), raw, false, false, search.active, 0, EmbeddedProofs.Store.EMPTY);
        } catch (RuntimeException | StackOverflowError crafted) { // PDFBox throws them on crafted files
            return new Result(
                    List.copyOf(search.found), raw, false, false, search.active, 0, EmbeddedProofs.Store.EMPTY);
        }
    }

    private void usageRights(COSDictionary catalog) {
        COSDictionary permissions = catalog.getCOSDictionary(COSName.getPDFName("Perms"));
        COSDictionary usage = permissions == null ? null : permissions.getCOSDictionary(COSName.getPDFName("UR3"));
        if (usage != null && !seen.contains(usage)) { // in a form field it is a signature like any other
            add(usage, "", -1);
            rights.add(found.get(found.size() - 1));
        }
    }

    /** Usage rights in bytes that a later signature covers. */
    private List<SignatureDictionary> covered(int length) {
        return rights.stream()
                .filter(usage -> usage.sane(length))
                .filter(usage -> found.stream()
                        .anyMatch(later -> !rights.contains(later)
                                && !later.timeStamp()
                                && later.sane(length)
                                && later.gapStart() >= usage.end()))
                .toList();
    }

    private static EmbeddedProofs.Store store(COSDictionary catalog) throws IOException {
        COSDictionary store = catalog.getCOSDictionary(COSName.getPDFName("DSS"));
        return store == null
                ? EmbeddedProofs.Store.EMPTY
                : new EmbeddedProofs.Store(streams(store, "Certs"), streams(store, "OCSPs"), streams(store, "CRLs"));
    }

    private static List<byte[]> streams(COSDictionary store, String key) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        COSArray array = store.getCOSArray(COSName.getPDFName(key));
        for (int i = 0; array != null && i < array.size(); i++) {
            if (array.getObject(i) instanceof COSStream stream) {
                try (InputStream in = stream.createInputStream()) {
                    contents.add(in.readAllBytes());
                }
            } else {
                contents.add(new byte[0]); // named, and not there
            }
        }
        return contents;
    }

    private void fields(PDDocument document) throws IOException {
        for (PDSignatureField field : document.getSignatureFields()) {
            PDSignature signature = field.getSignature();
            if (signature != null) {
                COSBase holder = field.getCOSObject().getItem(COSName.V);
                COSObjectKey key = holder instanceof COSObject object ? object.getKey() : null;
                add(signature.getCOSObject(), field.getFullyQualifiedName(), offset(document.getDocument(), key));
            }
        }
    }

    private void objects(COSDocument document) {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            COSBase object = document.getObjectFromPool(key).getObject();
            look(object, offset(document, key), 0);
        }
    }

    private static long offset(COSDocument document, @Nullable COSObjectKey key) {
        Map<COSObjectKey, Long> table = document.getXrefTable();
        Long offset = key == null ? null : table.get(key);
        return offset == null || offset < 0 ? -1 : offset;
    }

    /** Nested values too, references not followed: each object is visited on its own. */
    private void look(@Nullable COSBase value, long offset, int depth) {
        if (depth > DEPTH) {
            return;
        }
        if (value instanceof COSDictionary dictionary) {
            if (isSignature(dictionary)) {
                add(dictionary, "", offset);
            }
            active |= isAction(dictionary);
            dictionary.getValues().forEach(nested -> look(nested, offset, depth + 1));
        } else if (value instanceof COSArray array) {
            array.forEach(nested -> look(nested, offset, depth + 1));
        }
    }

    private static boolean isSignature(COSDictionary dictionary) {
        COSName type = dictionary.getCOSName(COSName.TYPE);
        return COSName.SIG.equals(type)
                || COSName.DOC_TIME_STAMP.equals(type)
                || (dictionary.containsKey(BYTE_RANGE) && dictionary.containsKey(COSName.CONTENTS));
    }

    private static boolean isAction(COSDictionary dictionary) {
        COSName action = dictionary.getCOSName(COSName.S);
        return dictionary.containsKey(COSName.AA)
                || (action != null && List.of("JavaScript", "Launch").contains(action.getName()));
    }

    /** An action on opening that only leads to a page is harmless. */
    private static boolean activeCatalog(COSDictionary catalog) {
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        COSDictionary opening = catalog.getCOSDictionary(COSName.OPEN_ACTION);
        return catalog.containsKey(COSName.OCPROPERTIES)
                || (form != null && form.containsKey(COSName.XFA))
                || (opening != null && !COSName.getPDFName("GoTo").equals(opening.getCOSName(COSName.S)));
    }

    private void add(COSDictionary dictionary, String field, long offset) {
        if (!seen.add(dictionary)) {
            return;
        }
        boolean timeStamp = COSName.DOC_TIME_STAMP.equals(dictionary.getCOSName(COSName.TYPE));
        byte[] contents = dictionary.getDictionaryObject(COSName.CONTENTS) instanceof COSString string
                ? string.getBytes()
                : new byte[0];
        found.add(new SignatureDictionary(field, timeStamp, offset, range(dictionary), contents));
    }

    private static List<Long> range(COSDictionary dictionary) {
        COSArray array = dictionary.getCOSArray(BYTE_RANGE);
        List<Long> range = new ArrayList<>();
        if (array == null || array.size() != 4) {
            return range;
        }
        for (int i = 0; i < 4; i++) {
            if (!(array.getObject(i) instanceof COSInteger number)) {
                return List.of();
            }
            range.add(number.longValue());
        }
        return List.copyOf(range);
    }
}
