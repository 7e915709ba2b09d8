package vn.sohoa.ocr;

import java.nio.file.Path;

/** Where engines come from. */
public final class OcrEngines {

    private OcrEngines() {}

    /**
     * Tesseract on the libraries that travel with the program.
     *
     * @param models folder with {@code language}.traineddata
     * @param language such as {@code vie}
     * @param nativesFolder where the shared libraries are unpacked and kept; not on a file system mounted noexec
     * @throws vn.sohoa.dossier.DigitisationException OCR_UNAVAILABLE
     */
    public static OcrEngine tesseract(Path models, String language, Path nativesFolder) {
        if (!java.nio.file.Files.isDirectory(models)) {
            throw new vn.sohoa.dossier.DigitisationException(
                    vn.sohoa.dossier.Problem.OCR_UNAVAILABLE, "no folder of models");
        }
        throw new UnsupportedOperationException("not built yet: " + models + language + nativesFolder);
    }
}
