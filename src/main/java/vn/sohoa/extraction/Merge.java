package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;

/** Puts a machine's proof and print together: the QR or MRZ value stands, a different printed one is kept beside it as a conflict. */
final class Merge {
    private Merge() {}

    static List<ExtractedValue> of(List<ExtractedValue> proofs, List<ExtractedValue> printed) {
        List<ExtractedValue> all = new ArrayList<>(proofs);
        for (ExtractedValue value : printed) {
            Optional<ExtractedValue> proof =
                    proofs.stream().filter(q -> q.field().equals(value.field())).findFirst();
            if (proof.isEmpty()) {
                all.add(value);
            } else if (!FieldReader.same(proof.get().value(), value.value()) && !isSecondOwner(proof.get(), printed)) {
                all.add(conflict(value));
            }
        }
        return all;
    }

    static ExtractedValue conflict(ExtractedValue value) {
        return new ExtractedValue(
                value.field() + FieldName.CONFLICT,
                value.raw(),
                value.value(),
                value.page(),
                value.box(),
                value.confidence(),
                value.method());
    }

    /** The QR code of a paper with two owners names the one who asked for it. */
    private static boolean isSecondOwner(ExtractedValue proof, List<ExtractedValue> printed) {
        return proof.field().equals(FieldName.OWNER_ID)
                && printed.stream()
                        .anyMatch(v -> v.field().equals("ownerId2") && v.value().equals(proof.value()));
    }
}
