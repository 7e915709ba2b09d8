package vn.sohoa.imaging;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/** Looks at the sizes of all pictures that drawing a page could decode, before any is decoded. */
final class PdfImages {
    private static final int DEEPEST = 20;
    private static final int JPEG_HEAD = 1 << 18;

    private final ImagingLimits limits;
    private final Set<COSBase> seen = new HashSet<>();

    private PdfImages(ImagingLimits limits) {
        this.limits = limits;
    }

    /** Throws IMAGE_TOO_LARGE; gives the number of streams looked at. */
    static int check(PDPage page, ImagingLimits limits) throws IOException {
        PdfImages all = new PdfImages(limits);
        if (page.getResources() != null) {
            all.resources(page.getResources().getCOSObject(), 0);
        }
        return all.seen.size();
    }

    private void resources(COSDictionary resources, int depth) throws IOException {
        if (depth > DEEPEST || !seen.add(resources)) {
            return;
        }
        for (COSName kind : new COSName[] {COSName.XOBJECT, COSName.PATTERN}) {
            COSDictionary entries = resources.getCOSDictionary(kind);
            if (entries != null) {
                for (COSName name : entries.keySet()) {
                    if (entries.getDictionaryObject(name) instanceof COSStream stream) {
                        stream(stream, depth);
                    }
                }
            }
        }
    }

    private void stream(COSStream stream, int depth) throws IOException {
        if (!seen.add(stream)) {
            return;
        }
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            PictureHeader.checkSize(
                    stream.getInt(COSName.WIDTH, COSName.W, 0), stream.getInt(COSName.HEIGHT, COSName.H, 0), limits);
            if (COSName.DCT_DECODE.equals(stream.getFilters())) {
                jpeg(stream);
            }
            for (COSName mask : new COSName[] {COSName.SMASK, COSName.MASK}) {
                if (stream.getDictionaryObject(mask) instanceof COSStream maskStream) {
                    stream(maskStream, depth);
                }
            }
        }
        COSDictionary inner = stream.getCOSDictionary(COSName.RESOURCES);
        if (inner != null) {
            resources(inner, depth + 1);
        }
    }

    /** The decoder goes by the JPEG's own header, whatever the PDF says. */
    private void jpeg(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            JpegHeader.of(in.readNBytes(JPEG_HEAD)).picture().within(limits);
        }
    }
}
