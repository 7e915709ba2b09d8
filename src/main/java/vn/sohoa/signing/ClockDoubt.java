package vn.sohoa.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureReport.Reason;
import vn.sohoa.dossier.SignatureVerdict;

/** What becomes of a verdict where the clock that it rests on cannot be believed: nothing is valid, and nothing out of date. */
public final class ClockDoubt {
    private static final Set<String> BY_THE_CLOCK =
            Set.of(SignatureReason.CERT_OUT_OF_DATE.name(), SignatureReason.REVOKED.name(), SignatureReason.OK.name());

    private ClockDoubt() {}

    /** The report as CHECK_INCOMPLETE; proofs of harm that need no clock stand. @param why for officers */
    public static SignatureReport on(SignatureReport report, String why) {
        if (report.verdict() == SignatureVerdict.KHONG_CO_CHU_KY) {
            return report;
        }
        Reason doubt =
                new Reason(SignatureReason.CHECK_INCOMPLETE.name(), SignatureReason.CHECK_INCOMPLETE.sentence(why));
        boolean harm = report.verdict() == SignatureVerdict.KHONG_HOP_LE
                && report.reasons().stream().anyMatch(ClockDoubt::isHarmAnyway);
        List<Reason> reasons = new ArrayList<>();
        report.reasons().stream()
                .filter(reason -> !BY_THE_CLOCK.contains(reason.code()))
                .forEach(reasons::add);
        reasons.add(harm ? reasons.size() : 0, doubt);
        return new SignatureReport(
                harm ? SignatureVerdict.KHONG_HOP_LE : SignatureVerdict.CAN_XEM_XET,
                reasons,
                report.signatures(),
                report.policy(),
                report.anchors(),
                report.checked());
    }

    private static boolean isHarmAnyway(Reason reason) {
        return !BY_THE_CLOCK.contains(reason.code())
                && SignatureReason.valueOf(reason.code()).verdict() == SignatureVerdict.KHONG_HOP_LE;
    }
}
