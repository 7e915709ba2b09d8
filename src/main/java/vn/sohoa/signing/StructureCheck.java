package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sohoa.dossier.SignatureReason;

/**
 * The rules on the raw bytes, and which place makes which rule weigh how much: after the judged signature, or in a signature's
 * own dictionary, harm is proven; between two signatures a person looks. For one file.
 */
record StructureCheck(
        Optional<SignatureDictionary> judged,
        Map<SignatureDictionary, List<Finding>> each,
        List<Finding> document,
        int updatesAfter) {

    static StructureCheck of(byte[] file, SignatureSearch.Result search) {
        Map<SignatureDictionary, List<Finding>> each = new LinkedHashMap<>();
        List<SignatureDictionary> sane = new ArrayList<>();
        for (SignatureDictionary dictionary : search.dictionaries()) {
            each.put(dictionary, ByteRangeRules.check(file, dictionary));
            if (dictionary.sane(file.length)) {
                sane.add(dictionary);
            }
        }
        List<Finding> document = new ArrayList<>();
        if (ByteRangeRules.collide(sane)) {
            document.add(Finding.of(SignatureReason.RANGE_COLLISION));
        }
        if (search.hidden()) {
            document.add(Finding.of(SignatureReason.SIG_HIDDEN));
        }
        if (search.active()) {
            document.add(Finding.of(SignatureReason.ACTIVE_CONTENT));
        }
        if (!ReadersAgree.on(file)) {
            document.add(Finding.of(SignatureReason.READERS_DISAGREE));
        }
        if (DuplicateKeys.in(file, search.dictionaries())) {
            document.add(Finding.of(SignatureReason.DUPLICATE_KEY));
        }
        hiddenTail(file, search).forEach(found -> document.add(Finding.of(found.code())));
        sane.removeIf(SignatureDictionary::timeStamp); // anyone can get a time-stamp: it closes nothing
        sane.sort(Comparator.comparingInt(SignatureDictionary::end));
        if (sane.isEmpty()) {
            return new StructureCheck(Optional.empty(), each, document, 0);
        }
        SignatureDictionary judged = sane.get(sane.size() - 1);
        TailWalker.Tail after = TailWalker.walk(file, judged.end());
        after.found().forEach(found -> document.add(finding(found.code(), judged, found.update())));
        after.before().ifPresent(before -> document.addAll(TailContent.check(before, after.updates())));
        SignatureDictionary first = sane.get(0);
        if (first.end() < judged.end()) {
            TailWalker.walk(file, first.end()).found().stream()
                    .filter(found -> found.update() < judged.end())
                    .forEach(found -> document.add(
                            finding(found.code(), judged, found.update()).covered()));
        }
        return new StructureCheck(
                Optional.of(judged), each, document, after.updates().size());
    }

    /** What follows a signature that the present state of the document does not show any more. */
    private static List<TailWalker.Found> hiddenTail(byte[] file, SignatureSearch.Result search) {
        if (!search.dictionaries().isEmpty()) {
            return List.of();
        }
        return search.raw().ranges().stream()
                .map(range -> new SignatureDictionary("", false, -1, range, new byte[0]))
                .filter(hidden -> hidden.sane(file.length))
                .max(Comparator.comparingInt(SignatureDictionary::end))
                .map(hidden -> TailWalker.walk(file, hidden.end()).found())
                .orElse(List.of());
    }

    private static Finding finding(SignatureReason code, SignatureDictionary judged, int update) {
        if (code == SignatureReason.CHECK_INCOMPLETE) {
            String where = update < judged.end() ? "giữa các lần ký" : "sau lần ký cuối";
            return Finding.incomplete("không đọc được phần cập nhật " + where);
        }
        return Finding.of(code);
    }
}
