package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.Problem;

class PreFlightTest {

    @TempDir
    Path folder;

    private interface Planting {
        void in(PDDocument document) throws IOException;
    }

    private static Map<String, Planting> plants() {
        Map<String, Planting> plants = new TreeMap<>();
        plants.put("mã JavaScript", d -> catalog(d).setItem(COSName.OPEN_ACTION, action("JavaScript")));
        plants.put("mã trong cây tên", d -> {
            COSDictionary names = new COSDictionary();
            COSDictionary script = action("JavaScript");
            script.setItem(COSName.JS, new COSString("app.alert(1)"));
            names.setItem("JavaScript", script);
            catalog(d).setItem(COSName.NAMES, names);
        });
        plants.put("chạy chương trình", d -> catalog(d).setItem(COSName.OPEN_ACTION, action("Launch")));
        plants.put("hành động của trang", d -> {
            COSDictionary actions = new COSDictionary();
            actions.setItem(COSName.O, action("Named"));
            d.getPage(0).getCOSObject().setItem(COSName.AA, actions);
        });
        plants.put("lớp ẩn", d -> catalog(d).setItem(COSName.OCPROPERTIES, new COSDictionary()));
        plants.put("XFA", d -> {
            PDAcroForm form = new PDAcroForm(d);
            form.getCOSObject().setItem(COSName.XFA, new COSArray());
            d.getDocumentCatalog().setAcroForm(form);
        });
        plants.put("ô biểu mẫu", d -> {
            PDAcroForm form = new PDAcroForm(d);
            d.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("so_tien");
            form.setFields(List.of(field));
        });
        plants.put("ghi chú", d -> d.getPage(0).setAnnotations(List.of(new PDAnnotationText())));
        plants.put("tệp đính kèm", d -> {
            COSDictionary names = new COSDictionary();
            names.setItem("EmbeddedFiles", new COSDictionary());
            catalog(d).setItem(COSName.NAMES, names);
        });
        plants.put("mã hóa", d -> d.protect(new StandardProtectionPolicy("chủ", "", new AccessPermission())));
        return plants;
    }

    @TestFactory
    Stream<DynamicTest> refusesWhatMayChangeThePageLater() {
        return plants().entrySet().stream()
                .map(plant -> DynamicTest.dynamicTest(plant.getKey(), () -> {
                    byte[] pdf = planted(plant.getValue());
                    SignerTest.refused(Problem.NOT_SIGNABLE, () -> look(pdf));
                }));
    }

    @Test
    void refusesAnUnsignedFieldAndAnObjectThatNothingLeadsTo() {
        byte[] field = Signed.AGENCY.addField(Signed.CLASSIC_PAGE, "ChuKy2", 1, 40, 40, 100, 40);
        SignerTest.refused(Problem.NOT_SIGNABLE, () -> look(field));
        byte[] hidden = increment(Signed.CLASSIC_PAGE, "90 0 obj\n<< /Type /Page /Hidden true >>\nendobj\n");
        assertThatThrownBy(() -> look(hidden)).hasMessageContaining("không nối");
    }

    @Test
    void refusesTwoBodiesOfOneObject() {
        String text = new String(Signed.CLASSIC_PAGE, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("\nxref");
        byte[] twice = (text.substring(0, at) + "\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + text.substring(at + 1))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(BodiesTwice.any(Signed.CLASSIC_PAGE)).isFalse();
        assertThat(BodiesTwice.any(Signed.LTA)).isFalse();
        assertThat(BodiesTwice.any(twice)).isTrue();
    }

    @Test
    void refusesAFileWhoseSignatureIsHarmed() {
        byte[] flipped = Signed.LTA.clone();
        flipped[Signed.PAGE.length / 2] ^= 1;
        SignerTest.refused(Problem.NOT_SIGNABLE, () -> look(flipped));
        byte[] tail = Arrays.copyOf(Signed.LTA, Signed.LTA.length + 1);
        tail[Signed.LTA.length] = 'x';
        SignerTest.refused(Problem.NOT_SIGNABLE, () -> look(tail));
    }

    @Test
    void takesPlainPagesSignedOrNot() {
        byte[] b = Signed.AGENCY.sign(Signed.PAGE, SignatureLevel.PAdES_BASELINE_B);
        for (byte[] good : new byte[][] {Signed.PAGE, Signed.CLASSIC_PAGE, Signed.LTA, Signed.CLASSIC_LT, b}) {
            assertThatCode(() -> look(good)).doesNotThrowAnyException();
        }
    }

    @Test
    void junkIsRefused() {
        SignerTest.refused(Problem.NOT_SIGNABLE, () -> look("%PDF-1.7\nrác".getBytes(StandardCharsets.UTF_8)));
    }

    private void look(byte[] pdf) {
        Trial trial = new Trial(folder);
        new PreFlight(SignatureVerifiers.offline(trial.trust(), Clock.systemUTC())).pdf(trial.write("nhin.pdf", pdf));
    }

    private static COSDictionary catalog(PDDocument document) {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        return catalog.getCOSObject();
    }

    private static COSDictionary action(String kind) {
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, kind);
        return action;
    }

    private static byte[] planted(Planting planting) throws IOException {
        try (PDDocument document = Loader.loadPDF(Signed.CLASSIC_PAGE)) {
            planting.in(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** An update that names its object in its own table, as a careful forger would. */
    private static byte[] increment(byte[] pdf, String object) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int previous = text.lastIndexOf("startxref");
        String before = text.substring(previous + 9).strip().split("\\s")[0];
        int at = pdf.length + 1;
        int table = at + object.length();
        String trailer =
                text.substring(text.lastIndexOf("trailer") + 7, previous).strip();
        String own = trailer.replaceFirst("/Size \\d+", "/Size 91").replaceFirst("^<<", "<< /Prev " + before + " ");
        return (text + "\n" + object + "xref\n90 1\n" + "%010d 00000 n \n".formatted(at) + "trailer\n" + own
                        + "\nstartxref\n" + table + "\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
