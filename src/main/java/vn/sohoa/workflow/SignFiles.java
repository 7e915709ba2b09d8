package vn.sohoa.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.signing.SignedCopy;
import vn.sohoa.signing.Signer;
import vn.sohoa.signing.SignerIdentity;
import vn.sohoa.signing.SigningOrder;

/** Signs single files without the catalogue, all in one session with the token. */
public final class SignFiles {
    private final DocumentReader reader;
    private final SigningDesk desk;

    SignFiles(DocumentReader reader, SigningDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    /**
     * A file that was signed.
     *
     * @param out the signed PDF, or the {@code .p7s} beside another file
     * @param level {@code LTA}, or {@code B} where there is no time-stamp authority
     * @param originalSha256 of what was signed; a signed PDF begins with these very bytes
     * @param signedAt ISO 8601 in UTC
     */
    public record Signed(
            String file,
            String out,
            String format,
            String profile,
            String level,
            String sha256,
            String originalSha256,
            String signer,
            String serial,
            String signedAt,
            String verdict,
            List<SignatureReport.Reason> reasons) {

        static Signed of(Path file, SignedCopy copy) {
            SignerIdentity who = copy.signer();
            return new Signed(
                    file.toString(),
                    copy.file().toString(),
                    copy.format(),
                    copy.profile(),
                    copy.level(),
                    copy.sha256().hex(),
                    copy.original().hex(),
                    who.name(),
                    who.serial(),
                    copy.signedAt().toString(),
                    copy.report().verdict().name(),
                    copy.report().reasons());
        }
    }

    /** Opens the session and says whose it is and at what level it signs. Problems: as of {@link Signer}. */
    public String begin() {
        Signer signer = desk.signer();
        return signer.identity().name() + " · " + signer.level();
    }

    /** Whether a file is signed from outside, its signature beside it. */
    public boolean beside(Path file) {
        return !type(file).equals("application/pdf");
    }

    /**
     * Signs one file into a new one. A reader process looks at it first, within its limits.
     *
     * @param words for the profile's text: {@code form}, {@code converter}
     */
    public Signed sign(Path file, Path out, String profile, Map<String, String> words) {
        return Signed.of(file, desk.signer().sign(new SigningOrder(file, out, type(file), profile, words)));
    }

    /** What cannot be read here, such as XML, can still be signed from outside. */
    private String type(Path file) {
        try {
            DocumentReading reading = reader.read(file, ReadingRequest.of(Part.SIGNATURES));
            return reading.mediaType();
        } catch (DigitisationException other) {
            if (other.problem() == Problem.TYPE_NOT_ACCEPTED) {
                return other.detail();
            }
            throw other;
        }
    }
}
