package vn.sohoa.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.page.PageMeasurements;

/** Judges measured pages by a profile (kiểm tra chất lượng; Circular 05/2025/TT-BNV, Article 9.5; ). */
public final class QualityGate {
    private QualityGate() {}

    /**
     * Judges a whole paper. Blank sides are usual; only a paper that is blank throughout must be scanned again. Doubtful sizes,
     * enlarged pages, doubles, streaks and seals on grey pages are noted, never refused: a machine may be wrong there.
     */
    public static Verdict judge(QualityProfile profile, List<PageMeasurements> pages) {
        List<PageFault> faults = new ArrayList<>();
        boolean allBlank = pages.stream().allMatch(PageMeasurements::blank);
        for (int i = 0; i < pages.size(); i++) {
            PageMeasurements measured = pages.get(i);
            if (measured.blank()) {
                faults.add(new PageFault(i + 1, Problem.BLANK_PAGE, allBlank, List.of()));
            } else if (measured.dpi() > 0) { // 0: text only, nothing was scanned
                faults.addAll(new PageJudge(profile, i + 1, measured).faults());
            }
        }
        faults.addAll(SamePages.faults(pages, profile.limits().samePagePercent()));
        faults.sort(Comparator.comparing((PageFault f) -> !f.hard()).thenComparingInt(PageFault::page));
        return new Verdict(faults.stream().noneMatch(PageFault::hard), faults, profile.label());
    }
}
