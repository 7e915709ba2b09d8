package vn.sohoa.signing;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.sohoa.dossier.SignatureReason;
import vn.sohoa.dossier.SignatureReport.Reason;
import vn.sohoa.dossier.SignatureVerdict;

/** One reason for a verdict, and how much it weighs where it was found. */
record Finding(SignatureReason code, SignatureVerdict verdict, String message) {

    private static final Comparator<Finding> WORST_FIRST = Comparator.<Finding>comparingInt(
                    finding -> weight(finding.verdict))
            .reversed()
            .thenComparing(Finding::code);

    static Finding of(SignatureReason code, String... values) {
        return new Finding(code, code.verdict(), code.sentence(values));
    }

    /** A check that could not be finished. @param why for officers, without personal data */
    static Finding incomplete(String why) {
        return of(SignatureReason.CHECK_INCOMPLETE, why);
    }

    /** The same, found between two signatures or inside a signed revision: no proof of harm, a person looks. */
    Finding covered() {
        return verdict == SignatureVerdict.KHONG_HOP_LE
                ? new Finding(code, SignatureVerdict.CAN_XEM_XET, message)
                : this;
    }

    /** Worst first, each code once. */
    static List<Finding> sorted(Collection<Finding> findings) {
        Set<SignatureReason> seen = EnumSet.noneOf(SignatureReason.class);
        return findings.stream()
                .sorted(WORST_FIRST)
                .filter(finding -> seen.add(finding.code))
                .toList();
    }

    static List<Reason> reasons(Collection<Finding> findings) {
        return sorted(findings).stream()
                .map(finding -> new Reason(finding.code.name(), finding.message))
                .toList();
    }

    /** The verdict of the worst one; without any, what is said by default. */
    static SignatureVerdict worst(Collection<Finding> findings, SignatureVerdict byDefault) {
        return sorted(findings).stream().findFirst().map(Finding::verdict).orElse(byDefault);
    }

    private static int weight(SignatureVerdict verdict) {
        return switch (verdict) {
            case KHONG_HOP_LE -> 3;
            case CAN_XEM_XET -> 2;
            case HOP_LE -> 1;
            case KHONG_CO_CHU_KY -> 0;
        };
    }
}
