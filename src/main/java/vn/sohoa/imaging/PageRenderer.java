package vn.sohoa.imaging;

import java.nio.file.Path;

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
        if (!java.nio.file.Files.isReadable(file)) {
            throw new vn.sohoa.dossier.DigitisationException(vn.sohoa.dossier.Problem.FILE_MISSING, "not readable");
        }
        throw new UnsupportedOperationException("not built yet: " + mediaType + limits);
    }
}
