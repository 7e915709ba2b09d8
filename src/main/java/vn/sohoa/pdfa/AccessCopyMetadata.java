package vn.sohoa.pdfa;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.AdobePDFSchema;
import org.apache.xmpbox.schema.DublinCoreSchema;
import org.apache.xmpbox.schema.PDFAIdentificationSchema;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/**
 * What makes the file PDF/A-2b, and what it says of itself. The statement goes into dc:description and Subject, which every
 * viewer shows; the record of the paper into properties of its own, see {@link RecordProperties}.
 */
final class AccessCopyMetadata {
    private static final String SRGB = "sRGB IEC61966-2.1";
    private static final String STATEMENT =
            "Bản khai thác tạo từ bản số hóa gốc; không có giá trị chữ ký số, không thay thế bản số hóa gốc.";

    private static final String CONVERTED =
            "Bản khai thác tạo từ bản số hóa gốc, có chữ ký số của cơ quan chuyển đổi; không thay thế bản số hóa gốc.";

    private AccessCopyMetadata() {}

    static void add(PDDocument document, AccessCopyInfo info) throws IOException {
        GregorianCalendar created = GregorianCalendar.from(
                info.created().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
        String title = TextLayer.printable(info.title());
        String producer = TextLayer.printable(info.producer());
        String subject = subject(info.properties());
        PDDocumentInformation entries = document.getDocumentInformation();
        entries.setTitle(title);
        entries.setSubject(subject);
        entries.setProducer(producer);
        entries.setCreationDate(created); // keeps seconds, and XMP must say the same
        info.properties()
                .forEach((name, value) ->
                        entries.setCustomMetadataValue(TextLayer.printable(name), TextLayer.printable(value)));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(info.language());
        catalog.addOutputIntent(sRgb(document));
        PDMetadata metadata = new PDMetadata(document);
        String xmp = new String(xmp(title, producer, subject, created), StandardCharsets.UTF_8);
        metadata.importXMPMetadata(RecordProperties.add(xmp, info.record()).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
    }

    private static String subject(Map<String, String> properties) {
        String statements = properties.entrySet().stream()
                .map(entry -> " " + entry.getKey() + ": " + entry.getValue() + '.')
                .collect(Collectors.joining());
        String statement = properties.containsKey(AccessCopyInfo.CONVERSION) ? CONVERTED : STATEMENT;
        return TextLayer.printable(statement + statements);
    }

    private static PDOutputIntent sRgb(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    private static byte[] xmp(String title, String producer, String subject, GregorianCalendar created)
            throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        PDFAIdentificationSchema pdfa = xmp.createAndAddPDFAIdentificationSchema();
        DublinCoreSchema dublinCore = xmp.createAndAddDublinCoreSchema();
        AdobePDFSchema pdf = xmp.createAndAddAdobePDFSchema();
        XMPBasicSchema basic = xmp.createAndAddXMPBasicSchema();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            pdfa.setPart(2);
            pdfa.setConformance("B");
            dublinCore.setTitle(title);
            dublinCore.setDescription(subject);
            pdf.setProducer(producer);
            basic.setCreateDate(created);
            new XmpSerializer().serialize(xmp, bytes, true);
        } catch (BadFieldValueException | TransformerException ourOwnMistake) {
            throw new IllegalStateException(ourOwnMistake);
        }
        return bytes.toByteArray();
    }
}
