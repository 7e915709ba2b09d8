package vn.sohoa.pdfa;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
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
        return faxed(document, file);
    }

    /** As PDFBox's CCITTFactory does it, but from packed rows instead of single pixels, which is many times as fast. */
    private static PDImageXObject faxed(PDDocument document, PageFile file) throws IOException {
        byte[] rows = packedRows(document, file);
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

    /** As PDFBox unpacks them for itself; the decoder of pictures takes single pixels, a quarter of a second a page. */
    private static byte[] packedRows(PDDocument document, PageFile file) {
        int bytes = (file.widthPx() + 7) / 8 * file.heightPx();
        try (COSStream picture = PDImageXObject.createFromByteArray(document, file.bytes(), "page")
                        .getCOSObject();
                InputStream rows = picture.createInputStream()) {
            byte[] unpacked = rows.readNBytes(bytes + 1);
            if (unpacked.length != bytes) {
                throw lies("has another size than stated");
            }
            return unpacked;
        } catch (IOException | IllegalArgumentException e) {
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
