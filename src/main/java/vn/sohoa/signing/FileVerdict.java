package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureReport.Signature;
import vn.sohoa.dossier.SignatureVerdict;

/**
 * Brings together our rules and what DSS says of a file that is no PDF. Its signatures stand side by side, each over the whole: HOP_LE
 * only where nothing is found against any of them. For one file.
 */
final class FileVerdict {

    private final TrustAnchors anchors;
    private final AgencyRegister register;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    FileVerdict(TrustAnchors anchors, AgencyRegister register) {
        this.anchors = anchors;
        this.register = register;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void addAll(Collection<Finding> more) {
        findings.addAll(more);
    }

    /** After all that our rules have found: it is told of each signature too. */
    void judge(OfflineValidation.Said said) {
        List<Finding> ours = List.copyOf(findings);
        boolean whole = ours.stream().noneMatch(finding -> finding.code() == SignatureReason.NOT_COVERED);
        boolean listed = said.signatures().stream().anyMatch(register::lists);
        for (SignatureWrapper each : said.signatures()) {
            DssFindings.Place place = new DssFindings.Place(
                    true, signatures.size() + 1, said.signatures().size(), Set.of());
            List<Finding> own = new ArrayList<>(DssFindings.of(each, said.report(), place));
            own.addAll(said.anchors().getOrDefault(each.getId(), List.of()));
            own.addAll(references(each));
            if (!listed) {
                own.add(Finding.of(SignatureReason.LAST_NOT_AGENCY, signer(each)));
            }
            findings.addAll(own);
            own.addAll(ours);
            signatures.add(describe(each, said.report(), own, whole));
        }
    }

    SignatureReport report() {
        if (signatures.isEmpty() && findings.isEmpty()) {
            findings.add(Finding.of(SignatureReason.CMS_UNREADABLE));
        }
        List<SignatureReport.Reason> reasons =
                findings.isEmpty() ? signatures.get(signatures.size() - 1).reasons() : Finding.reasons(findings);
        return new SignatureReport(
                Finding.worst(findings, SignatureVerdict.HOP_LE),
                reasons,
                signatures,
                SohoaPolicy.ID,
                anchors.version());
    }

    /** Whatever level DSS gives it: each part that was signed has to be there, and to be what was signed. */
    private static List<Finding> references(SignatureWrapper signature) {
        List<Finding> found = new ArrayList<>();
        for (XmlDigestMatcher part : signature.getDigestMatchers()) {
            if (!part.isDataFound()) {
                found.add(Finding.of(SignatureReason.NOT_COVERED, "không tìm thấy phần được ký"));
            } else if (!part.isDataIntact()) {
                found.add(Finding.of(SignatureReason.CONTENT_CHANGED));
            }
        }
        return found;
    }

    private static Signature describe(
            SignatureWrapper wrapper, SimpleReport report, List<Finding> findings, boolean whole) {
        Instant claimed = DssFindings.instant(wrapper.getClaimedSigningTime());
        Instant best = DssFindings.instant(report.getBestSignatureTime(wrapper.getId()));
        Instant checked = DssFindings.instant(report.getValidationTime());
        boolean proven = best != null && checked != null && best.isBefore(checked);
        Instant time = proven ? best : claimed;
        List<Finding> shown = findings.isEmpty()
                ? List.of(Finding.of(
                        SignatureReason.OK, signer(wrapper), time == null ? "không rõ" : VietnamTime.time(time)))
                : findings;
        return new Signature(
                "",
                signer(wrapper),
                claimed == null ? null : VietnamTime.time(claimed),
                proven && best != null ? VietnamTime.time(best) : null,
                Objects.toString(wrapper.getSignatureFormat(), ""),
                Objects.toString(report.getSubIndication(wrapper.getId()), ""),
                whole,
                Finding.worst(shown, SignatureVerdict.CAN_XEM_XET),
                Finding.reasons(shown));
    }

    private static String signer(SignatureWrapper wrapper) {
        return wrapper.getSigningCertificate() == null
                ? ""
                : Objects.toString(wrapper.getSigningCertificate().getCommonName(), "");
    }
}
