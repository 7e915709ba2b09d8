package vn.sohoa.pdfa;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageFile;

/** Puts page files into a PDF without loss: a JPEG byte by byte, our PNG as it is packed, black and white as CCITT G4. */
final class PageImages {
    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int PNG_HEADER_BYTES = 26;

    private PageImages() {}

    static PDImageXObject embed(PDDocument document, PageFile file) throws IOException {
        return switch (file.encoding()) {
            case JPEG -> jpeg(document, file);
            case PNG -> png(document, file);
        };
    }

    /** The reader has decoded it once and vouches for its size and its one or three channels; here nothing is decoded. */
    private static PDImageXObject jpeg(PDDocument document, PageFile file) throws IOException {
        PDColorSpace colours = file.colour() ? PDDeviceRGB.INSTANCE : PDDeviceGray.INSTANCE;
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(file.bytes()),
                COSName.DCT_DECODE,
                file.widthPx(),
                file.heightPx(),
                8,
                colours);
    }

    private static PDImageXObject png(PDDocument document, PageFile file) throws IOException {
        if (!bilevel(file)) {
            return PDImageXObject.createFromByteArray(document, file.bytes(), "page"); // takes over the packed rows
        }
        BufferedImage image = decode(file.bytes());
        return CCITTFactory.createFromImage(document, image);
    }

    private static BufferedImage decode(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw lies("cannot be decoded");
            }
            return image;
        } catch (IOException e) {
            throw new DigitisationException(Problem.READER_PROTOCOL, "page picture cannot be decoded", e);
        }
    }

    /** Checks the header, so that no more is unpacked than the page file states; true for one bit a pixel, grey. */
    private static boolean bilevel(PageFile file) {
        byte[] bytes = file.bytes();
        if (bytes.length < PNG_HEADER_BYTES || ByteBuffer.wrap(bytes).getLong() != PNG_SIGNATURE) {
            throw lies("is no PNG");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.getInt(16) != file.widthPx() || header.getInt(20) != file.heightPx()) {
            throw lies("has another size than stated");
        }
        return bytes[24] == 1 && bytes[25] == 0;
    }

    private static DigitisationException lies(String what) {
        return new DigitisationException(Problem.READER_PROTOCOL, "page picture " + what);
    }
}
