package vn.sohoa.intake;

import java.nio.file.Path;
import java.util.OptionalInt;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.PaperHandling;

/**
 * One paper (giấy tờ) of a delivery. Nothing of its content has been looked at.
 *
 * @param file where it lies, with the bytes of its name untouched
 * @param name its file name in NFC: the same paper has the same name whichever system sent it
 * @param title as the manifest declares it, else the file name
 * @param result whether it is a result of the procedure (kết quả giải quyết)
 * @param pages number of pages that the manifest declares, if it does
 * @param declared whether a manifest names it: then it is one paper because somebody says so
 */
public record DeliveredPaper(
        Path file,
        String name,
        String title,
        CopyForm copy,
        boolean showOnly,
        boolean result,
        OptionalInt pages,
        boolean declared,
        PaperHandling handling) {

    /** One paper out of this file when it turns out to hold several. */
    public DeliveredPaper piece(String pieceName) {
        return new DeliveredPaper(
                file, pieceName, pieceName, copy, showOnly, result, OptionalInt.empty(), declared, handling);
    }
}
