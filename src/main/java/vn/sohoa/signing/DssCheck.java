package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs DSS over a PDF with our policy and our anchors, never online. For one thread at a time. */
final class DssCheck {

    /** Above this, DSS keeps its copies on disk; bytes. */
    private static final int IN_MEMORY = 10 << 20;

    /** Pages are compared as pictures up to this many; above, the answer is NOT_COMPARED. */
    static final int PAGES_COMPARED = 20;

    /** What DSS found. Its types stay in this room. */
    record Result(
            List<SignatureWrapper> signatures,
            List<List<Long>> ranges,
            SimpleReport report,
            Map<String, List<Finding>> anchors) {

        /** What the anchors of a signature and of its time-stamps do not vouch for. */
        List<Finding> anchors(SignatureWrapper signature) {
            return anchors.getOrDefault(signature.getId(), List.of());
        }
    }

    private final OfflineValidation offline;

    DssCheck(OfflineValidation offline) {
        this.offline = offline;
    }

    /** @param pictures compare pages as pictures too: slow, and of use only where revisions follow one another */
    Result check(byte[] file, boolean pictures) {
        PDFDocumentValidator validator =
                new PDFDocumentValidator(new InMemoryDocument(file, "document.pdf", MimeTypeEnum.PDF));
        validator.setPdfObjFactory(objects(file.length, pictures));
        OfflineValidation.Said said = offline.judge(validator);
        DiagnosticData data = said.data();
        List<List<Long>> ranges = new ArrayList<>();
        data.getSignatures().forEach(signature -> ranges.add(longs(signature.getSignatureByteRange())));
        for (TimestampWrapper timestamp : data.getTimestampList()) {
            if (timestamp.getPDFRevision() != null) {
                ranges.add(longs(timestamp.getSignatureByteRange()));
            }
        }
        return new Result(said.signatures(), ranges, said.report(), said.anchors());
    }

    private static IPdfObjFactory objects(int size, boolean pictures) {
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        differences.setMaximalPagesAmountForVisualComparison(pictures ? PAGES_COMPARED : 0);
        IPdfObjFactory objects = new PdfBoxNativeObjectFactory();
        objects.setPdfDifferencesFinder(differences);
        if (size > IN_MEMORY) {
            objects.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.fileOnly());
        }
        return objects;
    }

    static List<Long> longs(List<BigInteger> numbers) {
        return numbers.stream().map(BigInteger::longValue).toList();
    }
}
