package vn.sohoa.signing;

import java.util.List;
import java.util.Set;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureReport.Reason;
import vn.sohoa.dossier.SignatureReport.Signature;
import vn.sohoa.dossier.SignatureVerdict;

/** Judges by our verifier's own report whether a signature of ours may leave, and whether another's may be signed over. */
final class MadeWell {

    /** What says nothing against the bytes: only that proof of the certificate is not at hand. */
    private static final Set<String> OF_TRUST = Set.of(
            "OK",
            "NO_TRUST_ANCHOR",
            "REVOCATION_UNKNOWN",
            "TIME_UNKNOWN",
            "LAST_NOT_AGENCY",
            "OLD_ALGORITHM",
            "CERT_OUT_OF_DATE");

    /** After a signature of level LTA these alone may be missing: they are the operator's to mend. */
    private static final Set<String> OF_ANCHORS = Set.of("OK", "NO_TRUST_ANCHOR", "LAST_NOT_AGENCY");

    private MadeWell() {}

    /**
     * Problem: SIGNING_FAILED, if the newest signature is not there, not in order, or not the last word on the file.
     *
     * @param before signatures that were there already
     * @param complete a signature that carries all its proof
     */
    static void demand(SignatureReport report, int before, boolean complete) {
        List<Signature> all = report.signatures();
        if (all.size() != before + 1) {
            throw failed("có " + all.size() + " chữ ký, phải là " + (before + 1));
        }
        Signature newest = all.get(all.size() - 1);
        Set<String> allowed = complete ? OF_ANCHORS : OF_TRUST;
        for (Reason reason : newest.reasons()) {
            if (newest.verdict() == SignatureVerdict.KHONG_HOP_LE || !allowed.contains(reason.code())) {
                throw failed(reason.code());
            }
        }
        if (before == 0) {
            report.reasons().stream()
                    .map(Reason::code)
                    .filter(code -> !allowed.contains(code))
                    .findFirst()
                    .ifPresent(code -> {
                        throw failed(code);
                    });
        }
    }

    /** Problem: NOT_SIGNABLE, if anything but missing proof of certificates was found in a signed file. */
    static void demandUntouched(SignatureReport report) {
        boolean harmed = report.verdict() == SignatureVerdict.KHONG_HOP_LE;
        for (Reason reason : report.reasons()) {
            if (harmed || !OF_TRUST.contains(reason.code())) {
                throw new DigitisationException(Problem.NOT_SIGNABLE, "chữ ký sẵn có: " + reason.code());
            }
        }
    }

    private static DigitisationException failed(String why) {
        return new DigitisationException(Problem.SIGNING_FAILED, why);
    }
}
