package vn.sohoa.reuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.Box;
import vn.sohoa.reading.RecordedReader;

/** A paper on file: stored, signed, approved, of a known owner, unless it is said otherwise. */
final class Held {
    static final OwnerId OWNER = new OwnerId(OwnerId.Kind.CITIZEN, "001085000123");
    static final Dossier DOSSIER = TestCatalog.dossier("H15.12-261102-0042");

    private final String file;
    private String type = "GIAY_KHAI_SINH";
    private OwnerId owner = OWNER;
    private SignatureVerdict verdict = SignatureVerdict.HOP_LE;
    private ReuseStanding standing = ReuseStanding.VERIFIED;
    private DigitisationStatus status = DigitisationStatus.STORED;
    private Instant received = TestCatalog.NOON;
    private long version = 1;
    private final List<ExtractedValue> values = new ArrayList<>();
    private List<StoredObject> objects = List.of();

    private Held(String file) {
        this.file = file;
    }

    static Held paper(String file) {
        return new Held(file);
    }

    Held type(String code) {
        type = code;
        return this;
    }

    Held owner(OwnerId other) {
        owner = other;
        return this;
    }

    Held verdict(SignatureVerdict other) {
        verdict = other;
        return this;
    }

    Held standing(ReuseStanding other) {
        standing = other;
        return this;
    }

    Held status(DigitisationStatus other) {
        status = other;
        return this;
    }

    Held received(Instant at) {
        received = at;
        return this;
    }

    Held issued(String date) {
        return value(FieldName.ISSUED_DATE, date);
    }

    Held value(String field, String value) {
        values.add(new ExtractedValue(field, value, value, 1, Box.NONE, 95, ExtractedValue.Method.OCR));
        return this;
    }

    Held master(StoredObject object) {
        objects = List.of(object);
        return this;
    }

    Held version(long read) {
        version = read;
        return this;
    }

    /** As the catalogue would give it. {@code verdict == null}: never judged. */
    Document done() {
        Document p = TestCatalog.paper(DOSSIER, 1, file);
        return new Document(
                p.id(),
                p.dossier(),
                p.ordinal(),
                version,
                p.source(),
                p.title(),
                p.copy(),
                false,
                false,
                received,
                status,
                standing,
                "application/pdf",
                1,
                new DocumentType(type, type),
                95,
                values,
                owner,
                verdict == null ? null : RecordedReader.signature(verdict),
                null,
                null,
                "",
                null,
                objects,
                null,
                standing == ReuseStanding.VERIFIED ? "Phạm Văn Mẫu" : null);
    }
}
