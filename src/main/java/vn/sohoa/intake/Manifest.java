package vn.sohoa.intake;

import java.util.List;
import java.util.OptionalInt;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.PaperHandling;

/**
 * What a sender says of one dossier and its papers (bản kê khai).
 *
 * @param papers in the sender's order; may be empty, then the files speak for themselves
 */
record Manifest(Dossier dossier, Handling handling, List<Line> papers) {

    /** One paper; {@code file} is a bare name in NFC, {@code title} is blank where the sender gives none. */
    record Line(
            String file,
            String title,
            CopyForm copy,
            boolean showOnly,
            boolean result,
            OptionalInt pages,
            PaperHandling handling) {

        /** A file that nobody described. */
        static Line of(String file) {
            return new Line(file, file, CopyForm.ORIGINAL, false, false, OptionalInt.empty(), PaperHandling.NONE);
        }
    }
}
