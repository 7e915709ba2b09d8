package vn.sohoa.forger;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/** Honest updates with a dishonest content: annotations, overlays, fields, layers, scripts, and a new signature over them. */
final class ContentAttacks {

    private static final String EAA = "certification: evil annotation";
    private static final String OSA = "certification: overlaid field";

    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    private ContentAttacks() {}

    static void add(Forgery f, Signers signers) {
        annotations(f);
        fields(f, signers);
        active(f);
        covered(f, signers);
    }

    private static byte[] saved(byte[] file, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(file)) {
            change.on(document);
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }

    private static void annotate(PDDocument document, PDAnnotation annotation) throws IOException {
        PDPage page = document.getPage(0);
        annotation.setRectangle(new PDRectangle(60, 560, 300, 90));
        annotation.setPrinted(true);
        annotation.constructAppearances(document);
        List<PDAnnotation> all = page.getAnnotations();
        all.add(annotation);
        page.setAnnotations(all);
        page.getCOSObject().setNeedToBeUpdated(true);
    }

    private static void annotations(Forgery f) {
        List<PDAnnotation> kinds = List.of(
                new PDAnnotationSquare(),
                new PDAnnotationFreeText(),
                new PDAnnotationRubberStamp(),
                new PDAnnotationText(),
                new PDAnnotationLink());
        for (PDAnnotation kind : kinds) {
            f.harm(
                    EAA,
                    kind.getSubtype(),
                    () -> saved(f.file, document -> annotate(document, kind)),
                    "CHANGED_AFTER",
                    "OVERLAY",
                    "DOCMDP_VIOLATED");
        }
        f.harm(
                "incremental saving",
                "text over the page",
                () -> saved(f.file, document -> {
                    PDPage page = document.getPage(0);
                    try (PDPageContentStream over =
                            new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                        over.addRect(60, 560, 300, 90);
                        over.fill();
                    }
                    page.getCOSObject().setNeedToBeUpdated(true);
                }),
                "CHANGED_AFTER");
        f.doubt(
                "incremental saving",
                "page added",
                () -> saved(f.file, document -> {
                    document.addPage(new PDPage(PDRectangle.A4));
                    document.getPages().getCOSObject().setNeedToBeUpdated(true);
                }),
                "CHANGED_AFTER",
                "DOCMDP_VIOLATED");
        f.harm(
                "incremental saving",
                "fonts taken",
                () -> saved(f.file, document -> {
                    PDPage page = document.getPage(0);
                    page.getCOSObject().setItem(COSName.RESOURCES, new COSDictionary());
                    page.getCOSObject().setNeedToBeUpdated(true);
                }),
                "CHANGED_AFTER");
    }

    private static void fields(Forgery f, Signers signers) {
        f.harm(
                OSA,
                "empty signature field",
                () -> signers.clerk().addField(f.file, "Over", 1, 60, 200, 300, 90),
                "OVERLAY",
                "CHANGED_AFTER",
                "DOCMDP_VIOLATED");
        f.harm(
                OSA,
                "text field",
                () -> saved(f.file, document -> {
                    COSDictionary field = new COSDictionary();
                    field.setItem(COSName.FT, COSName.TX);
                    field.setString(COSName.T, "so tien");
                    field.setString(COSName.V, "1.000.000.000");
                    PDAnnotationWidget widget = new PDAnnotationWidget(field);
                    annotate(document, widget);
                    COSArray fields = (COSArray) document.getDocumentCatalog()
                            .getCOSObject()
                            .getCOSDictionary(COSName.ACRO_FORM)
                            .getDictionaryObject(COSName.FIELDS);
                    fields.add(field);
                    document.getDocumentCatalog()
                            .getCOSObject()
                            .getCOSDictionary(COSName.ACRO_FORM)
                            .setNeedToBeUpdated(true);
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                }),
                "OVERLAY",
                "CHANGED_AFTER",
                "DOCMDP_VIOLATED");
        f.harm(
                OSA,
                "seal given another picture",
                () -> saved(f.file, document -> {
                    PDAnnotation seal = document.getPage(0).getAnnotations().get(0);
                    seal.setRectangle(new PDRectangle(60, 560, 300, 90));
                    seal.getCOSObject().setNeedToBeUpdated(true);
                }),
                "OVERLAY",
                "CHANGED_AFTER",
                "DOCMDP_VIOLATED");
        f.doubt(
                OSA,
                "signed by a stranger",
                () -> signers.stranger()
                        .withText(1, 60, 200, 300, 90, "1.000.000.000")
                        .sign(unlocked(f), SignatureLevel.PAdES_BASELINE_B),
                "NO_TRUST_ANCHOR");
        f.doubt(
                OSA,
                "annotation, then a stranger's signature",
                () -> signers.stranger()
                        .sign(
                                saved(unlocked(f), document -> annotate(document, new PDAnnotationSquare())),
                                SignatureLevel.PAdES_BASELINE_B),
                "NO_TRUST_ANCHOR",
                "CHANGED_BETWEEN");
    }

    /** A document certified with P=1 does not let DSS sign it again; the attacker would. */
    private static byte[] unlocked(Forgery f) {
        return f.file;
    }

    private static void active(Forgery f) {
        f.harm(
                "shadow: replace",
                "script on opening",
                () -> saved(f.file, document -> {
                    COSDictionary action = new COSDictionary();
                    action.setName(COSName.S, "JavaScript");
                    action.setString(COSName.JS, "app.alert(1)");
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.OPEN_ACTION, action);
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                }),
                "ACTIVE_CONTENT",
                "CHANGED_AFTER");
        f.harm(
                "shadow: replace",
                "layers",
                () -> saved(f.file, document -> {
                    COSDictionary layers = new COSDictionary();
                    layers.setItem(COSName.OCGS, new COSArray());
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.OCPROPERTIES, layers);
                    document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
                }),
                "ACTIVE_CONTENT",
                "CHANGED_AFTER");
        f.harm(
                "shadow: replace",
                "action of a page",
                () -> saved(f.file, document -> {
                    document.getPage(0).getCOSObject().setItem(COSName.AA, new COSDictionary());
                    document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
                }),
                "ACTIVE_CONTENT",
                "CHANGED_AFTER");
    }

    /** Changes that a later, perfectly good token covers: a time-stamp anybody gets, a person's own certificate. */
    private static void covered(Forgery f, Signers signers) {
        if (f.base.pages() > 2) {
            return; // a time-stamp for each would take long
        }
        f.harm(
                "covered by a token",
                "annotation, then a time-stamp",
                () -> signers.agency()
                        .extend(
                                saved(f.file, document -> annotate(document, new PDAnnotationSquare())),
                                SignatureLevel.PAdES_BASELINE_LTA),
                "CHANGED_AFTER",
                "OVERLAY");
        f.doubt(
                "covered by a token",
                "annotation, then a clerk's signature",
                () -> signers.clerk()
                        .sign(
                                saved(f.file, document -> annotate(document, new PDAnnotationSquare())),
                                SignatureLevel.PAdES_BASELINE_LT),
                "CHANGED_BETWEEN",
                "DOCMDP_VIOLATED",
                "CHANGED_AFTER");
        f.doubt(
                "covered by a token",
                "new content, then a clerk's signature",
                () -> signers.clerk()
                        .sign(
                                new Increment(f.file)
                                        .object(Objects.of(f.file).contents(), "<< /Length 0 >>\nstream\n\nendstream")
                                        .end(f.base.table()),
                                SignatureLevel.PAdES_BASELINE_LT),
                "CHANGED_BETWEEN",
                "DOCMDP_VIOLATED",
                "CHANGED_AFTER");
        f.doubt(
                "covered by a token",
                "redirected, then a clerk's signature",
                () -> signers.clerk()
                        .sign(
                                new Increment(f.file)
                                        .entry(
                                                Objects.of(f.file).contents(),
                                                1,
                                                Bytes.indexOf(f.file, " 0 obj", 0) - 1,
                                                0)
                                        .end(f.base.table()),
                                SignatureLevel.PAdES_BASELINE_LT),
                "XREF_REDIRECT",
                "CHANGED_BETWEEN");
    }
}
