package vn.sohoa.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.signing.network.AnswerFolder;
import vn.sohoa.signing.network.Question;

/**
 * Judges the signatures of a PDF by our own rules on the bytes and by DSS with our policy; both must be clean. Other files go to
 * {@link OtherFormats}. DSS is loaded only for a file that holds a signature.
 */
final class PadesVerifier implements SignatureVerifier {

    private static final String PDF = "application/pdf";

    private final TrustAnchors anchors;
    private final AgencyRegister register;
    private final Clock clock;
    private final Runnable libraries;
    private final KnownAnswers answers;
    private final OtherFormats others;
    private @Nullable OfflineValidation dss;

    PadesVerifier(TrustAnchors anchors, Clock clock) {
        this(anchors, AgencyRegister.NONE, clock, AnswerFolder.none());
    }

    /** @param folder answers about certificates that lie ready */
    PadesVerifier(TrustAnchors anchors, Clock clock, AnswerFolder folder) {
        this(anchors, AgencyRegister.NONE, clock, folder);
    }

    PadesVerifier(TrustAnchors anchors, AgencyRegister register, Clock clock, AnswerFolder folder) {
        this(anchors, register, clock, folder, () -> {});
    }

    /** @param libraries proves that the libraries can be relied on, before they are asked for the first time */
    PadesVerifier(TrustAnchors anchors, AgencyRegister register, Clock clock, AnswerFolder folder, Runnable libraries) {
        this.libraries = libraries;
        this.anchors = anchors;
        this.register = register;
        this.clock = clock;
        this.answers = new KnownAnswers(folder, clock);
        others = new OtherFormats(anchors, register, this::dss);
    }

    @Override
    public List<Question> lacking() {
        return answers.lacking();
    }

    @Override
    public SignatureReport verify(Path file, String mediaType) {
        try {
            return verify(Files.readAllBytes(file), mediaType);
        } catch (IOException unreadable) {
            return report(List.of(Finding.incomplete("không đọc được tệp")), List.of());
        }
    }

    SignatureReport verify(byte[] file, String mediaType) {
        answers.begin();
        try {
            if (mediaType.equals(PDF)) {
                return pdf(file);
            }
            boolean pdfInside = OtherFormats.isPdf(file);
            SignatureReport other = pdfInside && !OtherFormats.wraps(file) ? pdf(file) : others.check(file, mediaType);
            return pdfInside && other.verdict() == SignatureVerdict.KHONG_CO_CHU_KY ? pdf(file) : other;
        } catch (DigitisationException unreliable) { // the self-test: no verdict at all is better than a wrong one
            throw unreliable;
        } catch (RuntimeException | StackOverflowError crafted) { // whatever it is: unknown is never valid
            return report(List.of(Finding.incomplete(crafted.getClass().getSimpleName())), List.of());
        }
    }

    private SignatureReport pdf(byte[] file) {
        SignatureSearch.Result search = SignatureSearch.search(file);
        if (search.unsigned()) {
            return report(List.of(Finding.of(SignatureReason.KHONG_CO_CHU_KY)), List.of());
        }
        boolean traces = search.raw().any() || !search.dictionaries().isEmpty();
        if (!search.opened()) {
            return report(
                    List.of(
                            traces
                                    ? Finding.of(SignatureReason.FILE_UNREADABLE)
                                    : Finding.incomplete("tệp hỏng hoặc có mật khẩu, không mở được")),
                    List.of());
        }
        if (!traces) {
            String why = search.encrypted() ? "tệp được mã hóa" : "có phần nén không đọc được";
            return report(List.of(Finding.incomplete(why)), List.of());
        }
        PdfVerdict verdict = new PdfVerdict(file, search, StructureCheck.of(file, search), register);
        EmbeddedProofs.check(search.cms(), search.store(), anchors.certificates())
                .ifPresent(verdict::add);
        verdict.judge(new DssCheck(dss())::check);
        return report(verdict.findings(), verdict.signatures());
    }

    private OfflineValidation dss() {
        OfflineValidation made = dss;
        if (made == null) {
            libraries.run();
            made = new OfflineValidation(anchors, clock, answers);
            dss = made;
        }
        return made;
    }

    private SignatureReport report(List<Finding> findings, List<SignatureReport.Signature> signatures) {
        return new SignatureReport(
                Finding.worst(findings, SignatureVerdict.CAN_XEM_XET),
                Finding.reasons(findings),
                signatures,
                SohoaPolicy.ID,
                anchors.version());
    }
}
