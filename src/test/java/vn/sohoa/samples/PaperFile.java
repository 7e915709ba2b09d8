package vn.sohoa.samples;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the bytes of one paper from its form: kind, dpi, damage, colour and JPEG quality, for example
 * {@code "pdf-jpeg 200 OFFICE colour 0.5"}.
 */
final class PaperFile {
    private final String seed;
    private final String kind;
    private final int dpi;
    private final ScanDamage.Kind damage;
    private final String colour;
    private final float quality;

    PaperFile(String seed, String form) {
        this.seed = seed;
        String[] parts = form.split(" ");
        kind = parts[0];
        dpi = parts.length > 1 ? Integer.parseInt(parts[1]) : 200;
        damage = ScanDamage.Kind.valueOf(parts.length > 2 ? parts[2] : "CLEAN");
        colour = parts.length > 3 ? parts[3] : "colour";
        quality = parts.length > 4 ? Float.parseFloat(parts[4]) : 0.5f;
    }

    SamplePages.Drawn make(PaperText text) throws IOException {
        return switch (kind) {
            case "pdf-text", "pdf-signed", "pdf-tampered" -> SamplePages.pdf(text);
            case "docx" -> DocxFile.write(text);
            case "truncated" ->
                new SamplePages.Drawn(BadFiles.truncated(SamplePages.pdf(text).bytes()), List.of());
            case "locked" ->
                new SamplePages.Drawn(
                        PdfFiles.locked(seed, SamplePages.pdf(text).bytes()), List.of());
            default -> scan(text);
        };
    }

    /** Files that have no paper behind them. */
    static byte[] special(String kind) throws IOException {
        return switch (kind) {
            case "bomb" -> BadFiles.bomb();
            case "huge-png" -> BadFiles.hugePng();
            case "program" -> BadFiles.program();
            case "empty" -> new byte[0];
            default -> throw new IllegalArgumentException("unknown form " + kind);
        };
    }

    private SamplePages.Drawn scan(PaperText text) throws IOException {
        List<BufferedImage> images = new ArrayList<>();
        List<PageTruth> truths = new ArrayList<>();
        double ink = colour.equals("colour") ? 0.85 : 0.3;
        for (SamplePages.Page page : SamplePages.draw(text, dpi, ink)) {
            long number = seed.hashCode() * 31L + truths.size();
            images.add(coloured(ScanDamage.apply(damage, page.image(), dpi, number)));
            truths.add(page.truth());
        }
        return new SamplePages.Drawn(file(images), List.copyOf(truths));
    }

    private BufferedImage coloured(BufferedImage im) {
        return switch (colour) {
            case "colour" -> im;
            case "grey" -> ImageFiles.grey(im);
            case "bilevel" -> ImageFiles.bilevel(im, 150);
            default -> throw new IllegalArgumentException(seed + ": unknown colour " + colour);
        };
    }

    private byte[] file(List<BufferedImage> images) throws IOException {
        return switch (kind) {
            case "jpeg" -> ImageFiles.jpeg(images.get(0), damage == ScanDamage.Kind.PHOTO ? 0 : dpi, quality);
            case "png" -> ImageFiles.png(images.get(0), dpi);
            case "tiff-g4" -> ImageFiles.tiff(images, dpi, "CCITT T.6", 1);
            case "tiff-lzw" -> ImageFiles.tiff(images, dpi, "LZW", 1);
            case "tiff-jpeg" -> ImageFiles.tiff(images, dpi, "JPEG", quality);
            case "pdf-g4" -> PdfFiles.ofBilevel(seed, images, dpi);
            case "pdf-jpeg" -> PdfFiles.ofJpegs(seed, jpegs(images), dpi);
            case "pdf-garbage" -> PdfFiles.withGarbageText(seed, jpegs(images), dpi);
            default -> throw new IllegalArgumentException(seed + ": unknown form " + kind.toLowerCase(Locale.ROOT));
        };
    }

    private List<byte[]> jpegs(List<BufferedImage> images) throws IOException {
        List<byte[]> out = new ArrayList<>();
        for (BufferedImage image : images) {
            out.add(ImageFiles.jpeg(image, dpi, quality));
        }
        return out;
    }
}
