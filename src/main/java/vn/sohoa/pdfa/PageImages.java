package vn.sohoa.pdfa;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.InflaterInputStream;
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
    private static final int PNG_HEADER_BYTES = 29;
    private static final int INTERLACED = 28;
    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int PACKED_ROWS = 0x49444154; // IDAT
    private static final int CHUNK_FRAME_BYTES = 12;
    private static final int NOT_FILTERED = 0;
    /** Each row says by itself how it was filtered (ISO 32000-1, 7.4.4.4). */
    private static final int PNG_PREDICTOR = 15;

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
        int bits = bits(file);
        return bits == 1 ? faxed(document, file) : packed(document, file, bits);
    }

    /** The rows as they are packed; PDFBox does that for colour only: grey it takes pixel by pixel, and lightens it. */
    private static PDImageXObject packed(PDDocument document, PageFile file, int bits) throws IOException {
        PDColorSpace colours = file.colour() ? PDDeviceRGB.INSTANCE : PDDeviceGray.INSTANCE;
        PDImageXObject scan = new PDImageXObject(
                document, packedRows(file), COSName.FLATE_DECODE, file.widthPx(), file.heightPx(), bits, colours);
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.PREDICTOR, PNG_PREDICTOR);
        parameters.setInt(COSName.COLUMNS, file.widthPx());
        parameters.setInt(COSName.COLORS, colours.getNumberOfComponents());
        parameters.setInt(COSName.BITS_PER_COMPONENT, bits);
        scan.getCOSObject().setItem(COSName.DECODE_PARMS, parameters);
        return scan;
    }

    /** As PDFBox's CCITTFactory does it, but from packed rows instead of single pixels, which is many times as fast. */
    private static PDImageXObject faxed(PDDocument document, PageFile file) throws IOException {
        byte[] rows = rows(file);
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

    /** Unpacked by the row, which a decoder of pictures does by the pixel, in a quarter of a second a page. */
    private static byte[] rows(PageFile file) {
        int stride = (file.widthPx() + 7) / 8;
        byte[] rows = new byte[stride * file.heightPx()];
        try (DataInputStream unpacked =
                new DataInputStream(new BufferedInputStream(new InflaterInputStream(packedRows(file)), 1 << 16))) {
            for (int at = 0; at < rows.length; at += stride) {
                if (unpacked.read() != NOT_FILTERED) {
                    throw lies("has filtered rows");
                }
                unpacked.readFully(rows, at, stride);
            }
            if (unpacked.read() >= 0) {
                throw lies("has another size than stated");
            }
            return rows;
        } catch (IOException e) {
            throw new DigitisationException(Problem.READER_PROTOCOL, "page picture cannot be decoded", e);
        }
    }

    /** What the chunks of packed rows hold (W3C PNG, 11.2.3). */
    private static InputStream packedRows(PageFile file) {
        byte[] bytes = file.bytes();
        ByteBuffer png = ByteBuffer.wrap(bytes).position(Long.BYTES);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length);
        while (png.hasRemaining()) {
            if (png.remaining() < CHUNK_FRAME_BYTES) {
                throw lies("is cut short");
            }
            int length = png.getInt();
            boolean rows = png.getInt() == PACKED_ROWS;
            if (length < 0 || length > png.remaining() - Integer.BYTES) {
                throw lies("is cut short");
            }
            if (rows) {
                packed.write(bytes, png.position(), length);
            }
            png.position(png.position() + length + Integer.BYTES);
        }
        return new ByteArrayInputStream(packed.toByteArray());
    }

    /** Bits of a channel. Checks the header, so that no more is unpacked than the page file states. */
    private static int bits(PageFile file) {
        byte[] bytes = file.bytes();
        if (bytes.length < PNG_HEADER_BYTES || ByteBuffer.wrap(bytes).getLong() != PNG_SIGNATURE) {
            throw lies("is no PNG");
        }
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (header.getInt(16) != file.widthPx() || header.getInt(20) != file.heightPx()) {
            throw lies("has another size than stated");
        }
        int bits = bytes[24];
        int kind = bytes[25];
        boolean known =
                bits == 8 ? kind == (file.colour() ? COLOUR : GREY) : bits == 1 && kind == GREY && !file.colour();
        if (!known || bytes[INTERLACED] != 0) {
            throw lies("is of another kind than pages are");
        }
        return bits;
    }

    private static DigitisationException lies(String what) {
        return new DigitisationException(Problem.READER_PROTOCOL, "page picture " + what);
    }
}
