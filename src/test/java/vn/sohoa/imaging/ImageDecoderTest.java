package vn.sohoa.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.sohoa.page.PageImage;

/** The quick ways into pixels and out of them, against the JDK's slow ones. */
class ImageDecoderTest {

    @Test
    void decodesColourAsTheJdkDoes() throws IOException {
        byte[] jpeg = jpeg(drawn(BufferedImage.TYPE_INT_RGB));

        BufferedImage decoded = ImageDecoder.jpeg(jpeg);

        assertThat(decoded.getType()).isEqualTo(BufferedImage.TYPE_3BYTE_BGR);
        assertSame(decoded, ImageIO.read(new ByteArrayInputStream(jpeg)));
    }

    @Test
    void leavesAColourProfileAside() throws IOException {
        byte[] jpeg = jpeg(drawn(BufferedImage.TYPE_INT_RGB));
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

        assertSame(ImageDecoder.jpeg(with(jpeg, profile)), ImageDecoder.jpeg(jpeg));
    }

    @Test
    void unpacksAndPacksBitsAtAnyWidth() throws IOException {
        for (int width = 1; width < 40; width++) {
            BufferedImage bits = new BufferedImage(width, 9, BufferedImage.TYPE_BYTE_BINARY);
            for (int i = 0; i < 60; i++) {
                bits.setRGB(i * 7 % width, i * 5 % 9, 0xFFFFFF);
            }
            BufferedImage grey = Pixels.plain(bits);
            byte[] png = BilevelPng.of(Pixels.bytes(grey), width, 9);

            assertThat(grey.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
            assertSame(grey, bits);
            assertSame(ImageIO.read(new ByteArrayInputStream(png)), bits);
        }
    }

    @Test
    void reducesToTheMeanOfTheAreaWhateverTheFactor() {
        byte[] pixels = new byte[300 * 200];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i % 300 < 150 ? 40 : 200);
        }
        PageImage page = new PageImage(300, 200, pixels, 300);
        for (double factor : new double[] {0.9, 0.617, 0.5, 0.4, 0.34, 0.2, 0.1}) {
            PageImage small = Scaler.scale(page, factor);
            int y = small.height() / 2;

            assertThat(small.at(2, y)).as("factor %s", factor).isBetween(39, 40);
            assertThat(small.at(small.width() - 3, y)).as("factor %s", factor).isBetween(199, 200);
            assertThat(small.at(2, 0)).isEqualTo(small.at(2, small.height() - 1));
        }
    }

    private static BufferedImage drawn(int type) {
        BufferedImage image = new BufferedImage(123, 77, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 123, 77);
        g.setColor(new Color(200, 30, 60));
        g.fillOval(20, 10, 50, 50);
        g.setColor(new Color(10, 40, 190));
        g.drawLine(0, 76, 122, 0);
        g.dispose();
        return image;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] with(byte[] jpeg, byte[] profile) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int afterJfif = 4 + ((jpeg[4] & 255) << 8 | (jpeg[5] & 255));
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
        int length = 2 + name.length + profile.length;
        out.write(jpeg, 0, afterJfif);
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
        out.writeBytes(name);
        out.writeBytes(profile);
        out.write(jpeg, afterJfif, jpeg.length - afterJfif);
        return out.toByteArray();
    }

    private static void assertSame(BufferedImage a, BufferedImage b) {
        assertThat(a.getRGB(0, 0, a.getWidth(), a.getHeight(), null, 0, a.getWidth()))
                .isEqualTo(b.getRGB(0, 0, b.getWidth(), b.getHeight(), null, 0, b.getWidth()));
    }
}
