package vn.sohoa.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport.Signature;
import vn.sohoa.dossier.SignatureVerdict;

/**
 * Brings together what the bytes say and what DSS says of one PDF. Worst reason wins, all reasons are kept; HOP_LE only where
 * there is no reason against it.
 *
 * <p>The judged signature is the last one that is no time-stamp. Where there is a register of agencies it has to be one of
 * theirs: else LAST_NOT_AGENCY, and a person looks at what its signer changed.
 */
final class PdfVerdict {

    /** Validates a file by a library of its own, with pictures of the pages compared or not. */
    interface Validator {
        DssCheck.Result check(byte[] file, boolean pictures);
    }

    private final byte[] file;
    private final SignatureSearch.Result search;
    private final StructureCheck structure;
    private final AgencyRegister register;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Signature> signatures = new ArrayList<>();

    PdfVerdict(byte[] file, SignatureSearch.Result search, StructureCheck structure, AgencyRegister register) {
        this.register = register;
        this.file = file;
        this.search = search;
        this.structure = structure;
        findings.addAll(structure.document());
        structure.each().values().forEach(findings::addAll);
        EncryptedRules.check(file, search).ifPresent(findings::add);
        if (search.raw().opaque()) {
            findings.add(Finding.incomplete("có phần nén không đọc được"));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Asks DSS, and adds what it says; a failure of DSS is one more reason to look. */
    void judge(Validator dss) {
        long signed = search.dictionaries().stream()
                .filter(dictionary -> !dictionary.timeStamp())
                .count();
        boolean pictures = signed > 1;
        if (pictures && search.pages() > DssCheck.PAGES_COMPARED) {
            findings.add(Finding.of(SignatureReason.NOT_COMPARED));
        }
        DssCheck.Result result = null;
        try {
            result = dss.check(file, pictures);
        } catch (RuntimeException | StackOverflowError crafted) { // DSS and PDFBox throw them on crafted files
            findings.add(Finding.incomplete(crafted.getClass().getSimpleName()));
        }
        List<SignatureDictionary> ordered = search.dictionaries().stream()
                .sorted(Comparator.comparingLong(
                        dictionary -> dictionary.sane(file.length) ? dictionary.end() : Long.MAX_VALUE))
                .toList();
        for (SignatureDictionary dictionary : ordered) {
            if (result == null || !result.ranges().contains(dictionary.range())) {
                findings.add(Finding.of(SignatureReason.SIG_UNREADABLE));
            }
            if (!dictionary.timeStamp()) {
                add(dictionary, result, (int) signed);
            }
        }
        if (signed == 0 && !search.dictionaries().isEmpty()) {
            findings.add(Finding.incomplete("chỉ có dấu thời gian, không có chữ ký"));
        }
        if (findings.isEmpty()) {
            findings.add(signatures.get(signatures.size() - 1).reasons().stream()
                    .findFirst()
                    .map(reason -> new Finding(SignatureReason.OK, SignatureVerdict.HOP_LE, reason.message()))
                    .orElseGet(() -> Finding.incomplete("không rõ")));
        }
    }

    private void add(SignatureDictionary dictionary, DssCheck.@Nullable Result result, int count) {
        List<Finding> own = new ArrayList<>(structure.each().getOrDefault(dictionary, List.of()));
        boolean judged = structure.judged().filter(dictionary::equals).isPresent();
        if (judged) {
            own.addAll(structure.document());
        }
        List<SignatureWrapper> wrappers = result == null
                ? List.of()
                : result.signatures().stream()
                        .filter(each ->
                                DssCheck.longs(each.getSignatureByteRange()).equals(dictionary.range()))
                        .toList();
        if (result == null || wrappers.isEmpty()) {
            own.add(Finding.of(SignatureReason.SIG_UNREADABLE));
            signatures.add(describe(dictionary, null, null, own));
            return;
        }
        for (SignatureWrapper wrapper : wrappers) { // one CMS may hold several signers
            DssFindings.Place place = new DssFindings.Place(judged, signatures.size() + 1, count, fields());
            List<Finding> told = new ArrayList<>(DssFindings.of(wrapper, result.report(), place));
            told.addAll(result.anchors(wrapper));
            if (judged && structure.updatesAfter() > 0 && !wrapper.arePdfObjectModificationsDetected()) {
                told.add(Finding.of(SignatureReason.TAIL_UNLISTED));
            }
            if (judged && !register.lists(wrapper)) {
                told.add(Finding.of(SignatureReason.LAST_NOT_AGENCY, signer(wrapper)));
            }
            findings.addAll(told);
            List<Finding> all = new ArrayList<>(own);
            all.addAll(told);
            signatures.add(describe(dictionary, wrapper, result.report(), all));
        }
    }

    private Set<String> fields() {
        return search.dictionaries().stream().map(SignatureDictionary::field).collect(Collectors.toSet());
    }

    private Signature describe(
            SignatureDictionary dictionary,
            @Nullable SignatureWrapper wrapper,
            @Nullable SimpleReport report,
            List<Finding> reasons) {
        boolean whole = dictionary.sane(file.length) && isRestBlank(dictionary.end());
        if (wrapper == null || report == null) {
            return new Signature(
                    dictionary.field(),
                    "",
                    null,
                    null,
                    "",
                    "",
                    whole,
                    Finding.worst(reasons, SignatureVerdict.CAN_XEM_XET),
                    Finding.reasons(reasons));
        }
        String id = wrapper.getId();
        Instant claimed = DssFindings.instant(wrapper.getClaimedSigningTime());
        Instant best = DssFindings.instant(report.getBestSignatureTime(id));
        Instant checked = DssFindings.instant(report.getValidationTime());
        boolean proven = best != null && checked != null && best.isBefore(checked);
        String signer = signer(wrapper);
        List<Finding> shown = reasons;
        if (reasons.isEmpty()) {
            Instant time = proven ? best : claimed;
            shown = List.of(Finding.of(SignatureReason.OK, signer, time == null ? "không rõ" : VietnamTime.time(time)));
        }
        return new Signature(
                dictionary.field(),
                signer,
                claimed == null ? null : VietnamTime.time(claimed),
                proven && best != null ? VietnamTime.time(best) : null,
                Objects.toString(wrapper.getSignatureFormat(), ""),
                Objects.toString(report.getSubIndication(id), ""),
                whole,
                Finding.worst(shown, SignatureVerdict.CAN_XEM_XET),
                Finding.reasons(shown));
    }

    private static String signer(SignatureWrapper wrapper) {
        if (wrapper.getSigningCertificate() == null) {
            return "";
        }
        return Objects.toString(wrapper.getSigningCertificate().getCommonName(), "");
    }

    private boolean isRestBlank(int from) {
        for (int at = from; at < file.length; at++) {
            if (!PdfSyntax.isSpace(file[at])) {
                return false;
            }
        }
        return true;
    }
}
