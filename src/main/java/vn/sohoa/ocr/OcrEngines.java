package vn.sohoa.ocr;

import java.nio.file.Path;

/** Where engines come from. Thread-safe; each engine made serves one thread at a time. */
public final class OcrEngines {

    private OcrEngines() {}

    /**
     * Tesseract on the libraries that travel with the program. The first call of a process decides the folder of the
     * libraries.
     *
     * @param models folder with {@code language}.traineddata
     * @param language such as {@code vie}
     * @param second model that reads doubtful lines once more, or empty
     * @param nativesFolder where the shared libraries are unpacked and kept; not on a file system mounted noexec
     * @throws vn.sohoa.dossier.DigitisationException OCR_UNAVAILABLE
     */
    public static OcrEngine tesseract(Path models, String language, String second, Path nativesFolder) {
        NativeLibraries.prepare(nativesFolder);
        return new TesseractEngine(models, language, second);
    }
}
