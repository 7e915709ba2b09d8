package vn.sohoa.imaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** One page of a PDF: the scan it consists of, or what we draw of it. */
final class PdfPage {
    private static final double DRAWN_DPI = 300;
    private static final double POINTS = 72;

    private final PDDocument document;
    private final int number;
    private final PDPage page;
    private final PdfContents contents;
    private final ImagingLimits limits;

    PdfPage(PDDocument document, int number, ImagingLimits limits) {
        this.document = document;
        this.number = number;
        this.limits = limits;
        page = Foreign.read("page " + number, () -> document.getPage(number - 1));
        Foreign.read("page " + number, () -> PdfImages.check(page, limits));
        contents = Foreign.read("page " + number, () -> PdfContents.of(page));
    }

    PageView view() {
        Picture picture = contents.scan()
                .map(scan -> Foreign.read("page " + number, () -> embedded(scan)))
                .orElseGet(this::drawn);
        Upright upright = Upright.of(picture.header());
        boolean scanned = !picture.drawn();
        return new PictureView(
                picture,
                () -> Foreign.read(
                        "text of page " + number, () -> PdfTextLayer.read(document, number, upright, scanned)));
    }

    /** A JPEG in the usual channels is taken as it is; PDFBox decodes everything else. */
    private Picture embedded(PdfContents.Placed placed) throws IOException {
        PDImageXObject image = placed.image();
        if (image.getWidth() < 1 || image.getHeight() < 1) {
            throw new IOException("picture without size");
        }
        Optional<byte[]> jpeg = plainJpeg(image);
        if (jpeg.isPresent()) {
            JpegHeader own = JpegHeader.of(jpeg.get());
            PictureHeader read = own.picture().within(limits);
            if (own.channels() == 1 || own.channels() == 3) {
                // inside a PDF neither EXIF nor JFIF count
                return new ImageFile.Jpeg(
                        placed.header(read.width(), read.height(), read.bits(), read.colour()),
                        own.channels(),
                        jpeg.get());
            }
        }
        Kind kind = Kind.of(image);
        return new Decoded(
                placed.header(image.getWidth(), image.getHeight(), kind.bits(), kind.colour()), image, number);
    }

    /** Bits of a pixel and whether it has colour, from the dictionary. */
    private record Kind(int bits, boolean colour) {
        static Kind of(PDImageXObject image) throws IOException {
            if (image.isStencil()) {
                return new Kind(1, false);
            }
            PDColorSpace space = image.getColorSpace();
            int channels = space.getNumberOfComponents();
            int bits = Math.max(1, image.getBitsPerComponent());
            return new Kind(channels * bits, channels > 1 || (space.getName().equals("Indexed") && bits > 1));
        }
    }

    private static Optional<byte[]> plainJpeg(PDImageXObject image) throws IOException {
        boolean onlyJpeg = COSName.DCT_DECODE.equals(image.getCOSObject().getFilters());
        boolean changed = image.getDecode() != null
                || image.getCOSObject().containsKey(COSName.SMASK)
                || image.getCOSObject().containsKey(COSName.MASK);
        if (!onlyJpeg || changed || !usual(image.getColorSpace().getName())) {
            return Optional.empty();
        }
        try (InputStream in = image.getCOSObject().createRawInputStream()) {
            return Optional.of(in.readAllBytes());
        }
    }

    private static boolean usual(String colourSpace) {
        return switch (colourSpace) {
            case "DeviceRGB", "DeviceGray", "CalRGB", "CalGray", "ICCBased" -> true;
            default -> false;
        };
    }

    private Picture drawn() {
        double points = Math.max(1, (double) box().getWidth() * box().getHeight());
        double most = Math.sqrt(limits.maxRenderedPixels() / points) * POINTS;
        double dpi = Math.min(DRAWN_DPI, most * 0.999);
        float scale = (float) (dpi / POINTS); // as PDFBox counts: in doubles a sheet of 612 points is a pixel wider
        int width = (int) Math.max(1, Math.floor(box().getWidth() * scale));
        int height = (int) Math.max(1, Math.floor(box().getHeight() * scale));
        int turns = turns(page.getRotation());
        PictureHeader header = new PictureHeader(
                turns % 2 == 1 ? height : width,
                turns % 2 == 1 ? width : height,
                24,
                true,
                dpi,
                dpi,
                PictureHeader.Placement.UPRIGHT);
        return new Drawn(header, document, number, contents);
    }

    private org.apache.pdfbox.pdmodel.common.PDRectangle box() {
        return page.getCropBox();
    }

    static int turns(int rotation) {
        return Math.floorMod(rotation, 360) / 90;
    }

    /** A stored picture that PDFBox has to decode: black and white, palettes, masks. */
    private record Decoded(PictureHeader header, PDImageXObject image, int number) implements Picture {
        @Override
        public BufferedImage decode() {
            return Foreign.read("picture of page " + number, () -> {
                BufferedImage decoded =
                        image.isStencil() ? image.getStencilImage(java.awt.Color.BLACK) : image.getImage();
                return Pixels.plain(decoded);
            });
        }

        @Override
        public Optional<byte[]> jpeg() {
            return Optional.empty();
        }
    }

    /** What PDFBox draws, rotation included. */
    private record Drawn(PictureHeader header, PDDocument document, int number, PdfContents contents)
            implements Picture {
        @Override
        public BufferedImage decode() {
            return Foreign.read("page " + number + " not drawable", () -> {
                PDFRenderer renderer = new PDFRenderer(document);
                BufferedImage out = renderer.renderImage(number - 1, (float) (header.dpiX() / POINTS), ImageType.RGB);
                return Pixels.plain(out);
            });
        }

        @Override
        public Optional<byte[]> jpeg() {
            return Optional.empty();
        }

        @Override
        public boolean drawn() {
            return true;
        }

        @Override
        public boolean mayHoldCodes() {
            return contents.mayHoldCodes();
        }

        @Override
        public Stored stored(Upright upright) {
            int rotation = turns(document.getPage(number - 1).getRotation()) * 90;
            return contents.largest()
                    .map(placed -> Foreign.read("picture of page " + number, () -> ofLargest(placed, rotation)))
                    .orElse(new Stored(0, rotation, header.bits(), header.colour()));
        }

        private static Stored ofLargest(PdfContents.Placed placed, int rotation) throws IOException {
            Kind kind = Kind.of(placed.image());
            PictureHeader own =
                    placed.header(placed.image().getWidth(), placed.image().getHeight(), kind.bits(), kind.colour());
            return new Stored(Math.max(own.dpiX(), own.dpiY()), rotation, kind.bits(), kind.colour());
        }
    }
}
