package vn.sohoa.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.dossier.SignatureReport;

/** Signs with one token: look first, sign, prove that the old bytes stand, check like anybody's file, only then publish. */
final class TokenSigner implements Signer {

    private static final String PDF = "application/pdf";

    private final SigningToken token;
    private final StatusSources sources;
    private final TrustAnchors anchors;
    private final SignatureProfiles profiles;
    private final SignatureVerifier verifier;
    private final Clock clock;
    private final SignerCertificate certificate;
    private final Appearance appearance = new Appearance();

    TokenSigner(
            SigningToken token,
            StatusSources sources,
            TrustAnchors anchors,
            SignatureProfiles profiles,
            SignatureVerifier verifier,
            Clock clock) {
        this.token = token;
        this.sources = sources;
        this.anchors = anchors;
        this.profiles = profiles;
        this.verifier = verifier;
        this.clock = clock;
        certificate = new SignerCertificate(token.certificate(), sources.issuers(token.chain()), sources);
        certificate.check(clock);
    }

    @Override
    public SignerIdentity identity() {
        return certificate.identity();
    }

    @Override
    public String level() {
        return sources.stamps() ? "LTA" : "B";
    }

    @Override
    public SignedCopy sign(SigningOrder order) {
        SignatureProfile profile = profiles.profile(order.profile());
        try {
            Sha256 original = Hashing.of(order.file());
            return NewFile.write(order.out(), target -> {
                Instant now = clock.instant();
                return order.mediaType().equals(PDF)
                        ? pdf(order, profile, original, target, now)
                        : beside(order, original, target, now);
            });
        } catch (IOException unreadable) {
            throw new DigitisationException(Problem.FILE_MISSING, String.valueOf(order.file()), unreadable);
        } catch (DSSException refused) {
            throw translated(refused);
        } catch (AlertException refused) {
            throw alert(refused);
        }
    }

    private SignedCopy pdf(SigningOrder order, SignatureProfile profile, Sha256 original, Path target, Instant now)
            throws IOException {
        PreFlight.Cleared cleared = new PreFlight(verifier).pdf(order.file());
        Map<String, String> words = words(order.words(), now);
        new PadesWriter(sources.verifier(token.chain()), sources.tsp())
                .sign(order.file(), target, token, appearance.of(profile, words, cleared.pageWidth()), now);
        Hashing.demandPrefix(target, original, Files.size(order.file()));
        SignatureReport report = verifier.verify(target, PDF);
        MadeWell.demand(report, cleared.signatures(), sources.stamps());
        return copy(order, "PADES", original, target, now, report);
    }

    private SignedCopy beside(SigningOrder order, Sha256 original, Path target, Instant now) throws IOException {
        new CadesWriter(sources.verifier(token.chain()), sources.tsp()).sign(order.file(), target, token, now);
        SignatureReport report = new DetachedCheck(anchors, clock).check(target, order.file());
        MadeWell.demand(report, 0, sources.stamps());
        if (!Hashing.of(order.file()).equals(original)) {
            throw new DigitisationException(Problem.SIGNING_FAILED, "tệp thay đổi trong khi ký");
        }
        return copy(order, "CADES_DETACHED", original, target, now, report);
    }

    private Map<String, String> words(Map<String, String> told, Instant now) {
        Map<String, String> words = new HashMap<>(told);
        words.put("name", identity().name());
        words.put("organisation", identity().organisation());
        words.put("time", VietnamTime.time(now));
        return words;
    }

    private SignedCopy copy(
            SigningOrder order, String format, Sha256 original, Path made, Instant now, SignatureReport report)
            throws IOException {
        return new SignedCopy(
                order.out(),
                format,
                level(),
                order.profile(),
                Hashing.of(made),
                Files.size(made),
                original,
                Files.size(order.file()),
                identity(),
                now,
                report);
    }

    /** What a library refuses, in our words. Its texts may quote names and are not passed on. */
    static DigitisationException translated(DSSException refused) {
        for (Throwable t = refused; t != null; t = t.getCause()) {
            if (t instanceof AlertException alert) {
                return alert(alert);
            }
            if (t instanceof DigitisationException known) {
                return known.problem() == Problem.TRUST_SOURCE_UNAVAILABLE
                        ? new DigitisationException(Problem.TSA_UNAVAILABLE, known.detail(), refused)
                        : known;
            }
        }
        return new DigitisationException(
                Problem.SIGNING_FAILED, refused.getClass().getSimpleName(), refused);
    }

    static DigitisationException alert(AlertException refused) {
        String said = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("overlap") || said.contains("outside the page")) {
            return new DigitisationException(Problem.NOT_SIGNABLE, "chỗ của chữ ký đã có ô khác", refused);
        }
        if (said.contains("revocation data")) {
            return new DigitisationException(Problem.REVOCATION_UNAVAILABLE, "", refused);
        }
        if (said.contains("revoked") || said.contains("expired") || said.contains("not yet valid")) {
            return new DigitisationException(Problem.SIGNER_CERTIFICATE, "thu hồi hoặc hết hạn", refused);
        }
        return new DigitisationException(Problem.SIGNING_FAILED, "AlertException", refused);
    }

    @Override
    public void close() {
        token.close();
    }
}
