package vn.sohoa.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** The markers before the first scan of a JPEG: size, channels, resolution, EXIF orientation. */
final class JpegHeader {
    private static final int START = 0xD8;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private int width;
    private int height;
    private int channels;
    private double dpiX;
    private double dpiY;
    private int orientation = 1;
    private boolean adobe;

    private JpegHeader() {}

    /** bytes: the file, or enough of its beginning to hold the header. */
    static JpegHeader of(byte[] bytes) {
        JpegHeader header = new JpegHeader();
        if (bytes.length < 4 || (bytes[0] & 255) != 0xFF || (bytes[1] & 255) != START) {
            throw Foreign.damaged("not a JPEG");
        }
        int at = 2;
        while (at + 4 <= bytes.length) {
            if ((bytes[at] & 255) != 0xFF) {
                throw Foreign.damaged("JPEG header out of order");
            }
            int marker = bytes[at + 1] & 255;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == SCAN) {
                break;
            }
            int length = (bytes[at + 2] & 255) << 8 | (bytes[at + 3] & 255);
            int from = at + 4;
            int to = at + 2 + length;
            if (length < 2 || to > bytes.length) {
                throw Foreign.damaged("phần đầu JPEG bị cắt cụt");
            }
            header.segment(marker, ByteBuffer.wrap(bytes, from, to - from).slice());
            at = to;
        }
        if (header.channels == 0) {
            throw Foreign.damaged("JPEG without a frame");
        }
        return header;
    }

    private void segment(int marker, ByteBuffer data) {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame && data.remaining() >= 6) {
            boolean usual = marker <= 0xC2 && data.get(0) == 8;
            if (!usual) {
                throw new DigitisationException(
                        Problem.TYPE_NOT_ACCEPTED, "JPEG loại hiếm (không mất dữ liệu, 12 bit)");
            }
            height = data.getShort(1) & 0xFFFF;
            width = data.getShort(3) & 0xFFFF;
            channels = data.get(5) & 255;
        } else if (marker == APP0 && data.remaining() >= 12 && data.get(0) == 'J' && data.get(1) == 'F') {
            density(data.get(7), data.getShort(8) & 0xFFFF, data.getShort(10) & 0xFFFF);
        } else if (marker == APP1 && starts(data, EXIF)) {
            exif(data.position(EXIF.length).slice());
        } else if (marker == APP14 && data.remaining() >= 12 && data.get(0) == 'A') {
            adobe = true;
        }
    }

    private static boolean starts(ByteBuffer data, byte[] with) {
        byte[] head = new byte[Math.min(with.length, data.remaining())];
        data.duplicate().get(head);
        return Arrays.equals(head, with);
    }

    /** unit: 1 inch, 2 centimetre, else only a proportion. */
    private void density(int unit, double x, double y) {
        double factor = unit == 1 ? 1 : unit == 2 ? 2.54 : 0;
        dpiX = x * factor;
        dpiY = y * factor;
    }

    /** The first directory of EXIF data, which is a small TIFF. Its resolution counts only where JFIF states none. */
    private void exif(ByteBuffer tiff) {
        if (tiff.remaining() < 8) {
            return;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        TiffDirectory directory = TiffDirectory.first(tiff);
        orientation = (int) directory.number(TiffDirectory.ORIENTATION, 1);
        if (dpiX == 0) {
            dpiX = directory.dpi(TiffDirectory.X_RESOLUTION);
            dpiY = directory.dpi(TiffDirectory.Y_RESOLUTION);
        }
    }

    PictureHeader picture() {
        return new PictureHeader(
                width, height, 8 * channels, channels >= 3, dpiX, dpiY, PictureHeader.Placement.ofTiff(orientation));
    }

    int channels() {
        return channels;
    }

    /** Whether Adobe's marker is there: then the four inks are stored inverted. */
    boolean adobe() {
        return adobe;
    }
}
