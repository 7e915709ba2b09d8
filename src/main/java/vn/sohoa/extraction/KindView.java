package vn.sohoa.extraction;

import java.util.List;
import java.util.Map;

/**
 * A paper as the learned part of the classifier sees it.
 *
 * @param features names of what stands on the paper, with how much each counts
 * @param signs per kind, what the rules of {@code types.yml} say for and against it; see {@link Signs#list}
 */
record KindView(Map<String, Double> features, Map<String, Signs> signs) {

    /**
     * What the rules say about one kind.
     *
     * @param points of the rules, 100 and more when all is well
     * @param title strength of its kind line, 0 to 1
     * @param first whether it is the first kind line of the paper
     * @param under whether a line in capitals that is no kind line stands right above its kind line, as in "DANH SÁCH … ĐƯỢC CẤP"
     * @param abbreviated whether số, ký hiệu names the kind
     * @param marks points of phrases for it
     * @param against points of phrases against it
     * @param bare whether it is a kind with a number of its own, and the paper has neither motto nor number nor date line
     */
    record Signs(
            double points,
            double title,
            boolean first,
            boolean under,
            boolean abbreviated,
            double marks,
            double against,
            boolean bare) {
        static final int COUNT = 8;
        static final Signs NONE = new Signs(0, 0, false, false, false, 0, 0, false);

        /** As numbers of about the same size. */
        List<Double> list() {
            return List.of(
                    Math.max(-1, Math.min(1.3, points / 100)),
                    title,
                    first ? title : 0,
                    under ? title : 0,
                    abbreviated ? 1.0 : 0,
                    Math.min(1.5, marks / 30),
                    Math.min(1.5, against / 30),
                    bare ? 1.0 : 0);
        }
    }
}
