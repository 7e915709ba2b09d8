package vn.sohoa.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a batch falls into papers.
 *
 * @param pages of the batch
 * @param sheets pages that are separator sheets, or blank behind such: they part papers and belong to none
 * @param cuts rising
 */
public record BatchPlan(int pages, List<Integer> sheets, List<BatchCut> cuts) {

    /** One paper: pages from first to last, and why it begins there; the first has no reason. */
    public record Paper(int first, int last, BatchCut.Reason reason) {}

    public BatchPlan {
        sheets = List.copyOf(sheets);
        cuts = List.copyOf(cuts);
    }

    /** The same batch with other cuts; separator sheets go on parting papers. */
    public BatchPlan with(List<BatchCut> others) {
        return new BatchPlan(pages, sheets, others);
    }

    /** The papers, in order; empty where there are nothing but separator sheets. */
    public List<Paper> papers() {
        Map<Integer, BatchCut.Reason> reasons = new HashMap<>();
        cuts.forEach(cut -> reasons.put(cut.page(), cut.reason()));
        Set<Integer> left = new TreeSet<>(sheets);
        List<Paper> papers = new ArrayList<>();
        int first = 0;
        BatchCut.Reason reason = BatchCut.Reason.SEPARATOR_SHEET;
        for (int page = 1; page <= pages + 1; page++) {
            boolean sheet = page > pages || left.contains(page);
            if (first > 0 && (sheet || reasons.containsKey(page))) {
                papers.add(new Paper(first, page - 1, reason));
                first = 0;
            }
            if (!sheet && first == 0) {
                first = page;
                reason = reasons.getOrDefault(page, BatchCut.Reason.SEPARATOR_SHEET);
            }
        }
        return papers;
    }
}
