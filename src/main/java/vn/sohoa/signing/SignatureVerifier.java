package vn.sohoa.signing;

import java.nio.file.Path;
import java.util.List;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.signing.network.Question;

/** Judges the signatures of one file, offline. Serves the reader process alone; may be repeated; safe for one thread. */
public interface SignatureVerifier {

    /**
     * Never throws for what a document contains: whatever cannot be proven ends as CAN_XEM_XET with a reason. Unknown is never
     * HOP_LE; KHONG_CO_CHU_KY only where no trace of a signature is in the bytes.
     *
     * @param mediaType detected type of the file, such as {@code application/pdf}
     */
    SignatureReport verify(Path file, String mediaType);

    /** What would have had to be asked to know more of the file verified last; with the answers at hand it may be verified again. */
    default List<Question> lacking() {
        return List.of();
    }
}
