package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sohoa.dossier.Problem;

/** Where the signatures stand: looked at on the drawn page, as an officer would. */
class PlacementTest {
    private static final PDRectangle A3_LYING = new PDRectangle(1190.55f, 841.89f);
    private static final PDRectangle MOVED = new PDRectangle(100, 50, 595, 842);

    @TempDir
    Path folder;

    static Stream<Arguments> sheets() {
        return Stream.of(
                Arguments.of("A4", PDRectangle.A4, 0),
                Arguments.of("A4 quay 90", PDRectangle.A4, 90),
                Arguments.of("A4 quay 180", PDRectangle.A4, 180),
                Arguments.of("A4 quay 270", PDRectangle.A4, 270),
                Arguments.of("A3 nằm", A3_LYING, 0),
                Arguments.of("A3 nằm, quay 90", A3_LYING, 90),
                Arguments.of("gốc không ở 0,0", MOVED, 0),
                Arguments.of("A5", PDRectangle.A5, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sheets")
    void scannerAndAgencyKeepToTheirCorners(String name, PDRectangle sheet, int turned) throws Exception {
        Trial trial = new Trial(folder);
        try (Signer signer = trial.open(Signed.CLERK, null)) {
            SignedCopy first = signer.sign(trial.order(blank(sheet, turned), "scanner"));
            SignedCopy second = signer.sign(trial.order(first.file(), "conversion"));

            BufferedImage page = draw(second.file());
            Ink left = Ink.of(page, 0, page.getWidth() / 2);
            Ink right = Ink.of(page, page.getWidth() / 2, page.getWidth());
            int quarter = page.getHeight() / 4;
            assertThat(left.count()).as("ink on the left").isGreaterThan(200);
            assertThat(right.count()).as("ink on the right").isGreaterThan(400);
            assertThat(left.right()).isLessThan(page.getWidth() / 2 - 3);
            assertThat(right.left()).isGreaterThan(page.getWidth() / 2 + 3);
            assertThat(left.left()).isLessThan(60);
            assertThat(right.right()).isGreaterThan(page.getWidth() - 60);
            assertThat(left.bottom()).isLessThan(quarter);
            assertThat(right.bottom()).isLessThan(quarter);
            // upright: lines are longer than they are high
            assertThat(left.right() - left.left()).isGreaterThan(2 * (left.bottom() - left.top()));
            assertThat(left.colours()).as("black on white").isZero();
        }
    }

    @Test
    void lettersArePartOfTheFileAndCanBeRead() throws Exception {
        Trial trial = new Trial(folder);
        try (Signer signer = trial.open(Signed.PKI.signer("Uỷ ban nhân dân phường Đông Hưng Thuận"), null)) {
            SignedCopy copy = signer.sign(trial.order(blank(PDRectangle.A4, 0), "agency"));
            try (PDDocument document = Loader.loadPDF(copy.file().toFile())) {
                PDSignatureField field = document.getSignatureFields().get(0);
                PDAnnotationWidget widget = field.getWidgets().get(0);
                PDFont font = font(widget);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("LiberationSerif");
                assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
                PDSignature signature = field.getSignature();
                assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            }
        }
    }

    @Test
    void showsASealPictureOnlyWhereTheProfileIsOn() throws Exception {
        Path yaml = folder.resolve("profiles.yml");
        Files.writeString(
                yaml,
                Files.readString(Path.of("jobs/reference/signature-profiles.yml"))
                        .replace("enabled: false", "enabled: true"));
        BufferedImage seal = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = seal.createGraphics();
        pen.setColor(Color.RED);
        pen.setStroke(new BasicStroke(12));
        pen.drawOval(20, 20, 260, 260);
        pen.dispose();
        ImageIO.write(seal, "png", folder.resolve("con-dau.png").toFile());
        Trial trial = new Trial(folder);
        try (Signer signer = trial.open(Signed.CLERK, null)) {
            SignerTest.refused(
                    Problem.CONFIGURATION_INVALID,
                    () -> signer.sign(trial.order(blank(PDRectangle.A4, 0), "incoming-legacy")));
        }
        try (Signer signer = Signers.open(
                trial.token(Signed.CLERK, true),
                Trial.tsa(null),
                trial.trust(),
                Trial.hosts(),
                SignatureProfiles.load(yaml),
                Clock.systemUTC())) {
            SignedCopy copy = signer.sign(trial.order(blank(PDRectangle.A4, 0), "incoming-legacy"));
            BufferedImage page = draw(copy.file());
            Ink right = Ink.of(page, page.getWidth() / 2, page.getWidth());
            assertThat(right.colours()).isGreaterThan(500);
            double millimetres = (right.right() - right.left()) * 25.4 / 72;
            assertThat(millimetres).isBetween(28.0, 36.0); // the ring is 272 of the picture's 300 points
        }
    }

    @Test
    void refusesLettersThatTheFontDoesNotHave() {
        Trial trial = new Trial(folder);
        try (Signer signer = trial.open(Signed.PKI.signer("署名者"), null)) {
            SignerTest.refused(
                    Problem.CONFIGURATION_INVALID, () -> signer.sign(trial.order(blank(PDRectangle.A4, 0), "archive")));
        }
    }

    @Test
    void hasEveryVietnameseLetterInEitherForm() {
        SignatureFont font = SignatureFont.load();
        StringBuilder all = new StringBuilder();
        for (char base : "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".toCharArray()) {
            for (char mark : "\u0300\u0301\u0303\u0309\u0323".toCharArray()) {
                all.append(base).append(mark);
            }
        }
        all.append("đĐ0123456789:+-./,()");
        assertThat(font.lines(List.of(all.toString()), 10_000)).hasSize(1);
        assertThat(font.width(font.lines(List.of(all.toString()), 10_000).get(0)))
                .isPositive();
    }

    private static PDFont font(PDAnnotationWidget widget) throws IOException {
        var resources = widget.getNormalAppearanceStream().getResources();
        for (COSName name : resources.getFontNames()) {
            return resources.getFont(name);
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                for (COSName inner : form.getResources().getFontNames()) {
                    return form.getResources().getFont(inner);
                }
            }
        }
        throw new IllegalStateException("no font");
    }

    static byte[] blank(PDRectangle sheet, int turned) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(sheet);
            page.setRotation(turned);
            document.addPage(page);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException cannot) {
            throw new IllegalStateException(cannot);
        }
    }

    private BufferedImage draw(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImage(0);
            String keep = System.getProperty("sohoa.keep");
            if (keep != null) {
                ImageIO.write(
                        page, "png", Path.of(keep, file.getFileName() + ".png").toFile());
            }
            return page;
        }
    }

    /** Where there is ink, in pixels at 72 dpi. */
    private record Ink(int count, int colours, int left, int right, int top, int bottom) {
        static Ink of(BufferedImage page, int from, int to) {
            int count = 0;
            int colours = 0;
            int left = to;
            int right = from;
            int top = page.getHeight();
            int bottom = 0;
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = from; x < to; x++) {
                    int rgb = page.getRGB(x, y);
                    int r = rgb >> 16 & 255;
                    int g = rgb >> 8 & 255;
                    if (Math.min(g, rgb & 255) < 200) {
                        count++;
                        colours += r - g > 60 ? 1 : 0;
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        top = Math.min(top, y);
                        bottom = Math.max(bottom, y);
                    }
                }
            }
            return new Ink(count, colours, left, right, top, bottom);
        }
    }
}
