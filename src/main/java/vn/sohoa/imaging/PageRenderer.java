package vn.sohoa.imaging;

import java.nio.file.Path;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Opens scans and PDF files page by page. Stateless. */
public final class PageRenderer {

    private PageRenderer() {}

    /**
     * Opens a file. Sizes, types and page counts are read from the headers; nothing is decoded yet.
     *
     * @param mediaType as detected: application/pdf, image/tiff, image/jpeg or image/png
     * @throws vn.sohoa.dossier.DigitisationException FILE_DAMAGED, FILE_PROTECTED, TOO_MANY_PAGES, IMAGE_TOO_LARGE,
     *     TYPE_NOT_ACCEPTED
     */
    public static PageSource open(Path file, String mediaType, ImagingLimits limits) {
        return switch (mediaType) {
            case "application/pdf" -> PdfFile.open(file, limits);
            case "image/jpeg" -> ImageFile.jpeg(file, limits);
            case "image/png" -> ImageFile.png(file, limits);
            case "image/tiff" -> ImageFile.tiff(file, limits);
            default -> throw new DigitisationException(Problem.TYPE_NOT_ACCEPTED, mediaType);
        };
    }
}
