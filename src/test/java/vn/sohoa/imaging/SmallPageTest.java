package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.PageFile;
import vn.sohoa.samples.PaperText;
import vn.sohoa.samples.SamplePages;
import vn.sohoa.samples.ScanDamage;

class SmallPageTest {
    /** A paper without stamp and without coloured ink. */
    private static BufferedImage ink() {
        return SamplePages.draw(PaperText.load("can-cuoc-khoi"), 300).get(0).image();
    }

    private static BufferedImage scanned(BufferedImage page) {
        return ScanDamage.apply(ScanDamage.Kind.OFFICE, page, 300, 3);
    }

    private static BufferedImage grey(BufferedImage page) {
        BufferedImage out = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = Pixels.bytes(out);
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) (page.getRGB(i % page.getWidth(), i / page.getWidth()) >> 8);
        }
        return out;
    }

    @Test
    void aPageOfNothingButInkBecomesBlackAndWhite() {
        for (BufferedImage page : new BufferedImage[] {ink(), scanned(ink()), grey(scanned(ink()))}) {
            PageFile small = SmallPage.of(page, page.getType() == BufferedImage.TYPE_BYTE_GRAY ? 8 : 24, 300);
            assertThat(small.encoding()).isEqualTo(PageFile.Encoding.PNG);
            assertThat(small.colour()).isFalse();
            assertThat(small.dpi()).isEqualTo(300);
        }
    }

    @Test
    void aStampKeepsItsColourAtTheResolutionOfAScreen() throws IOException {
        BufferedImage page = ink();
        Graphics2D g = page.createGraphics();
        g.setColor(new Color(200, 30, 40));
        g.setStroke(new java.awt.BasicStroke(8));
        g.drawOval(1400, 2400, 400, 400);
        g.dispose();
        PageFile small = SmallPage.of(page, 24, 300);

        assertThat(small.encoding()).isEqualTo(PageFile.Encoding.JPEG);
        assertThat(small.colour()).isTrue();
        assertThat(small.dpi()).isEqualTo(150);
        assertThat(small.widthPx()).isBetween(page.getWidth() / 2 - 1, page.getWidth() / 2 + 1);
        Color rim =
                new Color(ImageIO.read(new ByteArrayInputStream(small.bytes())).getRGB(700, 1300));
        assertThat(rim.getRed() - rim.getGreen()).isGreaterThan(60);
    }

    @Test
    void aPhotoKeepsItsShades() {
        BufferedImage page = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(7);
        byte[] pixels = Pixels.bytes(page);
        for (int i = 0; i < pixels.length; i++) {
            int x = i % 1240;
            int y = i / 1240;
            boolean photo = x > 200 && x < 900 && y > 300 && y < 1300;
            pixels[i] = (byte) (photo ? 60 + (x - 200) / 5 + random.nextInt(20) : 245);
        }
        PageFile small = SmallPage.of(page, 8, 150);

        assertThat(small.encoding()).isEqualTo(PageFile.Encoding.JPEG);
        assertThat(small.colour()).isFalse();
    }

    @Test
    void aBlackAndWhiteScanStaysAsItIs() {
        PageFile small = SmallPage.of(grey(ink()), 1, 200);
        assertThat(small.encoding()).isEqualTo(PageFile.Encoding.PNG);
        assertThat(small.dpi()).isEqualTo(200);
    }
}
