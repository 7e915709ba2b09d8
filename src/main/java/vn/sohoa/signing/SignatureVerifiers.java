package vn.sohoa.signing;

import java.nio.file.Path;
import java.time.Clock;
import vn.sohoa.signing.network.AnswerFolder;

/** Makes {@link SignatureVerifier}s. */
public final class SignatureVerifiers {

    private SignatureVerifiers() {}

    /**
     * Whether signatures of such a file are looked for though it is no paper that is taken in: XML, containers, CMS, and what nobody
     * knows by its bytes.
     *
     * @param mediaType by content
     */
    public static boolean judges(String mediaType) {
        return mediaType.endsWith("xml")
                || mediaType.endsWith("zip")
                || mediaType.contains("pkcs7")
                || mediaType.equals(OtherFormats.UNKNOWN);
    }

    /**
     * A verifier that never goes online: what is not in the file or the folder is unknown. Cheap to make; the libraries are
     * loaded with the first signed file, after they have passed {@link SigningSelfTest}.
     *
     * @param trustFolder trust anchors as .pem, .crt, .cer or .der; may be missing or empty, then no signature is HOP_LE. A file
     *     in it that is no certificate is CONFIGURATION_INVALID. A file {@code agencies.txt} in it lists whose signature may be the last
     *     one
     */
    public static SignatureVerifier offline(Path trustFolder) {
        return offline(trustFolder, Clock.systemUTC());
    }

    /** As {@link #offline(Path)}, judging as at the time of that clock. */
    public static SignatureVerifier offline(Path trustFolder, Clock clock) {
        return new PadesVerifier(
                TrustAnchors.in(trustFolder),
                AgencyRegister.in(trustFolder),
                clock,
                AnswerFolder.none(),
                SigningSelfTest::once);
    }

    /**
     * As {@link #offline(Path)}, with what lies ready about certificates. It still asks nobody: what it lacks it names.
     *
     * @param answers folder of answers that the main process has obtained; may be missing
     */
    public static SignatureVerifier withAnswers(Path trustFolder, Path answers, Clock clock) {
        return new PadesVerifier(
                TrustAnchors.in(trustFolder),
                AgencyRegister.in(trustFolder),
                clock,
                new AnswerFolder(answers),
                SigningSelfTest::once);
    }
}
