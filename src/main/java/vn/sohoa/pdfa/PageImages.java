package vn.sohoa.pdfa;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.MultiPixelPackedSampleModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
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
        return faxed(document, file, decode(file.bytes()));
    }

    /** As PDFBox's CCITTFactory does it, but from packed rows instead of single pixels, which is many times as fast. */
    private static PDImageXObject faxed(PDDocument document, PageFile file, BufferedImage image) throws IOException {
        byte[] rows = packedRows(image);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) ~rows[i]; // for the encoder 1 is black
        }
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.K, -1); // G4
        parameters.setInt(COSName.COLUMNS, file.widthPx());
        parameters.setInt(COSName.ROWS, file.heightPx());
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        FilterFactory.INSTANCE
                .getFilter(COSName.CCITTFAX_DECODE)
                .encode(new ByteArrayInputStream(rows), packed, parameters, 0);
        PDImageXObject scan = new PDImageXObject(
                document,
                new ByteArrayInputStream(packed.toByteArray()),
                COSName.CCITTFAX_DECODE,
                file.widthPx(),
                file.heightPx(),
                1,
                PDDeviceGray.INSTANCE);
        scan.getCOSObject().setItem(COSName.DECODE_PARMS, parameters);
        return scan;
    }

    private static byte[] packedRows(BufferedImage image) {
        boolean packed = image.getRaster().getSampleModel() instanceof MultiPixelPackedSampleModel model
                && model.getPixelBitStride() == 1
                && model.getScanlineStride() == (image.getWidth() + 7) / 8;
        if (!packed || !(image.getRaster().getDataBuffer() instanceof DataBufferByte buffer)) {
            throw lies("is not black and white");
        }
        return buffer.getData();
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
