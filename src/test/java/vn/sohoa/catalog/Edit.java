package vn.sohoa.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReuseStanding;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.dossier.SourceFile;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.page.Box;

/** A paper with some fields changed, and papers with every field filled. */
final class Edit {
    static final OwnerId OWNER = new OwnerId(OwnerId.Kind.TAX, "0100109106-001");

    private final Document from;
    private DigitisationStatus status;
    private SourceFile source;
    private @Nullable String code;
    private List<StoredObject> objects;
    private @Nullable DocumentId duplicateOf;
    private List<ExtractedValue> values;
    private @Nullable OwnerId owner;

    private Edit(Document from) {
        this.from = from;
        this.status = from.status();
        this.source = from.source();
        this.code = from.code();
        this.objects = from.objects();
        this.duplicateOf = from.duplicateOf();
        this.values = from.values();
        this.owner = from.owner();
    }

    static Edit of(Document paper) {
        return new Edit(paper);
    }

    Edit status(DigitisationStatus next) {
        status = next;
        return this;
    }

    Edit source(SourceFile other) {
        source = other;
        return this;
    }

    Edit code(String given) {
        code = given;
        return this;
    }

    Edit objects(StoredObject... named) {
        objects = List.of(named);
        return this;
    }

    Edit duplicateOf(DocumentId other) {
        duplicateOf = other;
        return this;
    }

    Edit values(List<ExtractedValue> read) {
        values = read;
        return this;
    }

    Edit owner(OwnerId other) {
        owner = other;
        return this;
    }

    Document done() {
        return new Document(
                from.id(),
                from.dossier(),
                from.ordinal(),
                from.version(),
                source,
                from.title(),
                from.copy(),
                from.showOnly(),
                from.result(),
                from.receivedAt(),
                status,
                from.standing(),
                from.mediaType(),
                from.pages(),
                from.type(),
                from.typeConfidence(),
                values,
                owner,
                from.signature(),
                from.problem(),
                from.scope(),
                from.problemDetail(),
                code,
                objects,
                duplicateOf,
                from.verifiedBy());
    }

    static StoredObject master(Document paper) {
        SourceFile source = paper.source();
        return new StoredObject("MASTER", "master/" + source.sha256(), source.sha256(), source.bytes());
    }

    static Dossier unit(Dossier dossier, String receiving) {
        return new Dossier(
                dossier.code(),
                dossier.procedure(),
                dossier.procedureName(),
                dossier.owner(),
                dossier.received(),
                dossier.due(),
                new AgencyCode(receiving),
                dossier.processingUnit(),
                dossier.issuingUnit());
    }

    static Dossier due(Dossier dossier, @Nullable LocalDate due) {
        return new Dossier(
                dossier.code(),
                null,
                null,
                null,
                null,
                due,
                dossier.receivingUnit(),
                dossier.processingUnit(),
                dossier.issuingUnit());
    }

    static Dossier fullDossier(DossierCode code) {
        return new Dossier(
                code,
                null,
                "Đăng ký thay đổi – “đường, ngõ, ngách”",
                new Person(null, "Trần Văn Thử"),
                LocalDate.parse("2026-11-01"),
                LocalDate.parse("2026-11-03"),
                new AgencyCode("H15.12"),
                new AgencyCode("000.00.01.H15"),
                new AgencyCode("H15"));
    }

    /** Every field filled, Vietnamese letters, quotes and control characters wherever text may stand. */
    static Document full(Dossier dossier) {
        String file = "Giấy khai sinh 'bản sao'.pdf";
        Sha256 hash = Sha256.of(new byte[] {1, 2, 3});
        return new Document(
                DocumentId.of(dossier.code(), file, 2),
                dossier.code(),
                1,
                1,
                new SourceFile(file, hash, 3_000_000_000L),
                "Trích lục khai sinh: Ủy ban nhân dân xã Đắk Wil",
                CopyForm.COPY,
                true,
                true,
                TestCatalog.NOON.plusNanos(123_456_000),
                DigitisationStatus.RECEIVED,
                ReuseStanding.SUSPECT,
                "application/pdf",
                12,
                new DocumentType("GIAY_KHAI_SINH", "Giấy khai sinh"),
                97.25,
                List.of(
                        new ExtractedValue(
                                FieldName.OWNER_NAME,
                                "NGUYỄN THỊ ỬNG \"Ửng\"\n",
                                "Nguyễn Thị Ửng",
                                1,
                                new Box(10, 20, 300, 40),
                                91.5,
                                ExtractedValue.Method.OCR),
                        new ExtractedValue(
                                FieldName.OWNER_ID,
                                "0100109106",
                                "0100109106",
                                0,
                                Box.NONE,
                                100,
                                ExtractedValue.Method.KEYED)),
                OWNER,
                report(),
                Problem.SIGNATURE_DOUBT,
                ScopeReason.FRAGILE_D,
                "trang 3: mờ",
                "H15.12_TP_00001_V1",
                List.of(
                        new StoredObject("MASTER", "m/" + hash, hash, 3),
                        new StoredObject("TEXT", "t/" + hash, hash, 0)),
                null,
                "hoa.le");
    }

    private static SignatureReport report() {
        SignatureReport.Reason reason = new SignatureReport.Reason("TIME_UNPROVEN", "Không có dấu thời gian");
        return new SignatureReport(
                SignatureVerdict.CAN_XEM_XET,
                List.of(reason),
                List.of(
                        new SignatureReport.Signature(
                                "Sig1",
                                "Ủy ban nhân dân",
                                "2026-10-30T08:00:00Z",
                                null,
                                "PAdES-BASELINE-B",
                                "",
                                true,
                                SignatureVerdict.CAN_XEM_XET,
                                List.of(reason)),
                        new SignatureReport.Signature(
                                "", "", null, null, "", "NO_POE", false, SignatureVerdict.CAN_XEM_XET, List.of())),
                "SoHoa-2026.1",
                "abc");
    }
}
