package vn.sohoa.intake;

import java.util.List;
import java.util.Optional;
import vn.sohoa.dossier.CopyForm;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.page.PageText;

/**
 * Decides which papers must not be digitised (Circular 01/2023/TT-VPCP; letter 7197/BKHCN-CĐSQG, 2.1 and 2.2; ). An
 * empty answer means "nothing speaks against it so far".
 */
public final class ScopeGate {
    private ScopeGate() {}

    /** By what the manifest says, before anything is read. */
    public static Optional<ScopeReason> declared(CopyForm copy, boolean showOnly) {
        return switch (copy) {
            case PHOTOCOPY -> Optional.of(ScopeReason.PHOTOCOPY);
            case CERTIFIED_COPY -> Optional.of(ScopeReason.CERTIFIED_COPY_PAPER);
            case ORIGINAL, COPY -> showOnly ? Optional.of(ScopeReason.SHOW_ONLY) : Optional.empty();
        };
    }

    /**
     * By what stands on the pages of a scan: the words of a paper certified copy (lời chứng), or the printed block of an
     * electronic signature. Not to be asked for files whose own digital signature holds: electronic certified copies stay in
     * scope.
     */
    public static Optional<ScopeReason> seen(List<PageText> pages) {
        if (pages.stream().anyMatch(CertificationClause::standsOn)) {
            return Optional.of(ScopeReason.CERTIFIED_COPY_PAPER);
        }
        return PrintedSignature.standsOn(pages) ? Optional.of(ScopeReason.BORN_DIGITAL_SIGNED) : Optional.empty();
    }
}
