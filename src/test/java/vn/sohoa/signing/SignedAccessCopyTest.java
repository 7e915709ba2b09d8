package vn.sohoa.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.pdfa.AccessCopyInfo;
import vn.sohoa.pdfa.AccessCopyWriter;
import vn.sohoa.pdfa.AccessPage;
import vn.sohoa.pdfa.PdfaCheck;

/** What our own writer makes can be signed as it is, and stays PDF/A-2b (checked by veraPDF). */
class SignedAccessCopyTest {

    @TempDir
    Path folder;

    @Test
    void staysPdfA2bAfterTwoVisibleSignatures() throws Exception {
        Path copy = folder.resolve("ban.pdf");
        new AccessCopyWriter().write(List.of(page()), info(), copy);
        assertThat(PdfaCheck.broken(copy)).isEmpty();
        Trial trial = new Trial(folder);
        try (Signer signer = trial.open()) {
            SignedCopy first = signer.sign(trial.order(copy, "scanner"));
            SignedCopy second = signer.sign(trial.order(first.file(), "conversion"));

            assertThat(first.report().verdict()).isEqualTo(SignatureVerdict.HOP_LE);
            assertThat(PdfaCheck.broken(first.file())).isEmpty();
            assertThat(PdfaCheck.broken(second.file())).isEmpty();
            assertThat(Files.size(second.file())).isGreaterThan(Files.size(first.file()));
        }
    }

    private static AccessCopyInfo info() {
        return new AccessCopyInfo(
                "Giấy phép xây dựng",
                "vi-VN",
                Instant.parse("2026-11-21T18:30:05Z"),
                "SoHoa",
                Map.of(AccessCopyInfo.CONVERSION, "Bản số hóa chuyển đổi từ văn bản giấy."));
    }

    private static AccessPage page() throws Exception {
        BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1654, 2339);
        pen.setColor(Color.RED);
        pen.drawOval(1000, 1500, 300, 300);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        PageFile file = new PageFile(PageFile.Encoding.JPEG, out.toByteArray(), 1654, 2339, true, 200);
        Word word = new Word("GIẤY", new Box(300, 400, 120, 40), 90, 0);
        return new AccessPage(file, new PageText(PageText.Source.OCR, List.of(word), 0));
    }
}
