package vn.sohoa.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Sha256;

/**
 * Some pages of a batch as a PDF of their own (tách tệp quét theo từng giấy tờ, R-06). Pictures and page contents go over as they are
 * coded; so do the batch's statements about itself. What points out of the pages, such as links, forms and bookmarks, does not.
 */
final class PdfPiece {
    /** Of a page; everything else leads elsewhere. */
    private static final List<COSName> KEPT = List.of(
            COSName.CONTENTS,
            COSName.RESOURCES,
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.ROTATE,
            COSName.GROUP,
            COSName.METADATA,
            COSName.getPDFName("UserUnit"));
    /** A page has these from its parents where it has none of its own. */
    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);
    /** Marks that people have put on the page; a picture of their own and nothing that acts. */
    private static final List<String> MARKS = List.of(
            "Stamp", "FreeText", "Highlight", "Underline", "StrikeOut", "Ink", "Line", "Square", "Circle", "Polygon");

    private static final List<COSName> KEPT_OF_MARKS = List.of(
            COSName.TYPE,
            COSName.SUBTYPE,
            COSName.RECT,
            COSName.AP,
            COSName.AS,
            COSName.F,
            COSName.CONTENTS,
            COSName.C,
            COSName.M,
            COSName.T,
            COSName.NM,
            COSName.DA,
            COSName.QUADPOINTS);

    private PdfPiece() {}

    /** The same pages of the same bytes give the same piece. first and last: from 1, within the document. */
    static byte[] of(PDDocument batch, int first, int last, Sha256 batchHash) throws IOException {
        try (PDDocument piece = new PDDocument()) {
            for (int number = first; number <= last; number++) {
                piece.addPage(page(batch.getPage(number - 1)));
            }
            piece.setVersion(Math.max(piece.getVersion(), batch.getVersion()));
            describe(batch, piece);
            String recipe = batchHash.hex() + ' ' + first + ' ' + last;
            byte[] seed = Sha256.digest().digest(recipe.getBytes(StandardCharsets.US_ASCII));
            piece.setDocumentId(ByteBuffer.wrap(seed).getLong()); // PDFBox would take the time
            ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
            piece.save(out, CompressParameters.DEFAULT_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static PDPage page(PDPage original) {
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.TYPE, COSName.PAGE);
        copy(original.getCOSObject(), page, KEPT);
        for (COSName key : INHERITED) {
            COSBase value = PDPageTree.getInheritableAttribute(original.getCOSObject(), key);
            if (value != null && !page.containsKey(key)) {
                page.setItem(key, value);
            }
        }
        COSArray marks = marks(original.getCOSObject().getCOSArray(COSName.ANNOTS));
        if (marks.size() > 0) {
            page.setItem(COSName.ANNOTS, marks);
        }
        return new PDPage(page);
    }

    private static COSArray marks(@Nullable COSArray annotations) {
        COSArray marks = new COSArray();
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary mark
                    && MARKS.contains(mark.getNameAsString(COSName.SUBTYPE))) {
                COSDictionary kept = new COSDictionary();
                copy(mark, kept, KEPT_OF_MARKS);
                marks.add(kept);
            }
        }
        return marks;
    }

    private static void copy(COSDictionary from, COSDictionary to, List<COSName> keys) {
        for (COSName key : keys) {
            COSBase value = from.getItem(key);
            if (value != null) {
                to.setItem(key, value);
            }
        }
    }

    /** Who scanned it, with what, when: texts of the information dictionary, and the XMP packet as it is. */
    private static void describe(PDDocument batch, PDDocument piece) throws IOException {
        PDDocumentInformation to = piece.getDocumentInformation();
        COSDictionary from = batch.getDocumentInformation().getCOSObject();
        for (COSName key : from.keySet()) {
            COSBase value = from.getDictionaryObject(key);
            if (value instanceof COSString || value instanceof COSName) {
                to.getCOSObject().setItem(key, value);
            }
        }
        PDMetadata metadata = batch.getDocumentCatalog().getMetadata();
        if (metadata != null) {
            PDMetadata own = new PDMetadata(piece);
            own.importXMPMetadata(metadata.toByteArray());
            piece.getDocumentCatalog().setMetadata(own);
        }
        String language = batch.getDocumentCatalog().getLanguage();
        if (language != null) {
            piece.getDocumentCatalog().setLanguage(language);
        }
        piece.getDocumentCatalog().setOutputIntents(batch.getDocumentCatalog().getOutputIntents());
    }
}
