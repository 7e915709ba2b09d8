package vn.sohoa.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.StoredObject;

/** Gathers what changes on a paper, then makes its new state; moves are checked against the status table. */
public final class Change {
    private final Document before;
    private DigitisationStatus status;
    private ReuseStanding standing;
    private String mediaType;
    private int pages;
    private DocumentType type;
    private double typeConfidence;
    private List<ExtractedValue> values;
    private @Nullable OwnerId owner;
    private @Nullable SignatureReport signature;
    private @Nullable Problem problem;
    private @Nullable ScopeReason scope;
    private String detail = "";
    private @Nullable String code;
    private List<StoredObject> objects;
    private @Nullable String verifiedBy;

    private Change(Document before) {
        this.before = before;
        status = before.status();
        standing = before.standing();
        mediaType = before.mediaType();
        pages = before.pages();
        type = before.type();
        typeConfidence = before.typeConfidence();
        values = before.values();
        owner = before.owner();
        signature = before.signature();
        scope = before.scope();
        code = before.code();
        objects = before.objects();
        verifiedBy = before.verifiedBy();
    }

    /** A change of this paper; an earlier problem is over unless it is stated again. */
    public static Change of(Document before) {
        return new Change(before);
    }

    public Change status(DigitisationStatus next) {
        status = before.status().become(next);
        return this;
    }

    public Change outOfScope(ScopeReason reason) {
        scope = reason;
        return status(DigitisationStatus.OUT_OF_SCOPE);
    }

    public Change problem(Problem what, String where) {
        problem = what;
        detail = where;
        return this;
    }

    public Change captured(String type, int count, @Nullable SignatureReport report) {
        mediaType = type;
        pages = count;
        signature = report;
        return this;
    }

    public Change type(DocumentType found, double confidence) {
        type = found;
        typeConfidence = confidence;
        return this;
    }

    public Change values(List<ExtractedValue> found, @Nullable OwnerId of) {
        values = found;
        owner = of;
        return this;
    }

    public Change code(String assigned) {
        code = assigned;
        return this;
    }

    public Change standing(ReuseStanding now) {
        standing = now;
        return this;
    }

    /** Replaces the object of the same role. */
    public Change object(StoredObject object) {
        List<StoredObject> all = new ArrayList<>(objects);
        all.removeIf(o -> o.role().equals(object.role()));
        all.add(object);
        objects = all;
        return this;
    }

    public Change withoutObject(String role) {
        objects = objects.stream().filter(o -> !o.role().equals(role)).toList();
        return this;
    }

    /** The paper's new state, with the version that was read: the catalogue raises it. */
    public Document done() {
        return new Document(
                before.id(),
                before.dossier(),
                before.ordinal(),
                before.version(),
                before.source(),
                before.title(),
                before.copy(),
                before.showOnly(),
                before.result(),
                before.receivedAt(),
                status,
                standing,
                mediaType,
                pages,
                type,
                typeConfidence,
                values,
                owner,
                signature,
                problem,
                scope,
                detail,
                code,
                objects,
                before.duplicateOf(),
                verifiedBy);
    }
}
