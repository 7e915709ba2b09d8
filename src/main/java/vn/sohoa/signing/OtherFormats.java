package vn.sohoa.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport;

/**
 * Files that are no PDF: finds out by their bytes whether they carry a signature, whatever their type is said to be, and has it judged
 * where the format is known. Signed Office and OpenDocument files are left to a person: which of their parts are signed is for the
 * file itself to say. The libraries are loaded for signed files alone. For one thread at a time.
 */
final class OtherFormats {

    static final String UNKNOWN = "application/octet-stream";

    private static final int HEAD = 1024;
    private static final int CMS_HEAD = 64;
    private static final byte[] SIGNED_DATA = {
        0x06, 0x09, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2
    };
    private static final byte[] OLD_OFFICE = "_xmlsignatures".getBytes(StandardCharsets.UTF_16LE);

    private static final Pattern ASIC = Pattern.compile("meta-inf/[!-~]{0,40}signature[!-~]{0,40}\\.(xml|p7s)");
    private static final Pattern OFFICE = Pattern.compile("_xmlsignatures/|meta-inf/(document|macro)signatures\\.xml");
    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument";

    private final TrustAnchors anchors;
    private final AgencyRegister register;
    private final Supplier<OfflineValidation> dss;

    /** @param dss asked for a signed file, and not before */
    OtherFormats(TrustAnchors anchors, AgencyRegister register, Supplier<OfflineValidation> dss) {
        this.anchors = anchors;
        this.register = register;
        this.dss = dss;
    }

    /** By its head: a name or a detected type may err. */
    static boolean isPdf(byte[] file) {
        return Bytes.contains(file, "%PDF-".getBytes(StandardCharsets.US_ASCII), HEAD);
    }

    /** It starts as what may hold a PDF as a part: a container, a CMS, XML. */
    static boolean wraps(byte[] file) {
        return startsWith(file, 0x50, 0x4B) || Bytes.contains(file, SIGNED_DATA, CMS_HEAD) || XmlTraces.isXml(file, "");
    }

    SignatureReport check(byte[] file, String mediaType) {
        FileVerdict verdict = new FileVerdict(anchors, register);
        try {
            judge(file, mediaType, verdict);
        } catch (DigitisationException unreliable) { // the self-test: no verdict at all is better than a wrong one
            throw unreliable;
        } catch (RuntimeException | StackOverflowError crafted) { // whatever it is: unknown is never valid
            verdict.add(Finding.incomplete(crafted.getClass().getSimpleName()));
        }
        return verdict.report();
    }

    private void judge(byte[] file, String mediaType, FileVerdict verdict) {
        if (startsWith(file, 0x50, 0x4B)) {
            container(file, mediaType, verdict);
        } else if (startsWith(file, 0xD0, 0xCF) && Bytes.contains(file, OLD_OFFICE, file.length)) {
            verdict.add(unsupported(mediaType));
        } else if (Bytes.contains(file, SIGNED_DATA, CMS_HEAD)) {
            new CmsCheck(dss.get()).check(file, anchors.certificates(), verdict); // libraries of PDFs, proven with them
        } else if (mediaType.contains("pkcs7") || isArmoured(file)) {
            verdict.add(unsupported(mediaType));
        } else if (XmlTraces.isXml(file, mediaType)) {
            xml(file, verdict);
        } else if (!isPicture(mediaType) && XmlTraces.in(file)) {
            verdict.add(Finding.of(SignatureReason.SIG_UNREADABLE));
        } else if (mediaType.equals(UNKNOWN)) {
            verdict.add(Finding.incomplete("không rõ loại tệp"));
        } else {
            verdict.add(Finding.of(SignatureReason.KHONG_CO_CHU_KY));
        }
    }

    private void xml(byte[] file, FileVerdict verdict) {
        Optional<Document> document = parsed(file);
        if (document.isEmpty()) {
            verdict.add(
                    XmlTraces.in(file)
                            ? Finding.of(SignatureReason.SIG_UNREADABLE)
                            : Finding.incomplete("tệp XML không đọc được, hoặc có DOCTYPE"));
        } else if (Xml.all(document.get().getDocumentElement()).stream().anyMatch(Xml::isOfSignatures)) {
            XmlSelfTest.once();
            new XadesCheck(dss.get()).check(file, document.get(), anchors.certificates(), verdict);
        } else {
            verdict.add(Finding.of(XmlTraces.in(file) ? SignatureReason.SIG_HIDDEN : SignatureReason.KHONG_CO_CHU_KY));
        }
    }

    private static Optional<Document> parsed(byte[] file) {
        try {
            return Optional.of(SecureXml.parse(file));
        } catch (SAXException | IOException unreadable) {
            return Optional.empty();
        }
    }

    /** By names anywhere in the bytes, wherever a header of the container stands. */
    private void container(byte[] file, String mediaType, FileVerdict verdict) {
        String names = new String(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean signed = ASIC.matcher(names).find();
        if (OFFICE.matcher(names).find() || (signed && names.contains(OPEN_DOCUMENT))) {
            verdict.add(unsupported(mediaType));
        } else if (signed) {
            XmlSelfTest.once();
            new AsicCheck(dss.get()).check(file, anchors.certificates(), verdict);
        } else {
            verdict.add(Finding.of(SignatureReason.KHONG_CO_CHU_KY));
        }
    }

    /** A CMS written as text. */
    private static boolean isArmoured(byte[] file) {
        for (String mark : List.of("-----BEGIN PKCS7", "-----BEGIN CMS")) {
            if (Bytes.contains(file, mark.getBytes(StandardCharsets.US_ASCII), HEAD)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPicture(String mediaType) {
        return mediaType.startsWith("image/") && !mediaType.contains("xml");
    }

    private static Finding unsupported(String mediaType) {
        return Finding.incomplete("tệp có chữ ký số dạng " + mediaType + ", chưa hỗ trợ kiểm tra");
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }
}
