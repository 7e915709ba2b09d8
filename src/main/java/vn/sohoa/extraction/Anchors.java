package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Picks, of several equal labels, those of the right person: behind "Họ, chữ đệm, tên chồng", or in the same column. */
final class Anchors {
    private final Sheet sheet;

    Anchors(Sheet sheet) {
        this.sheet = sheet;
    }

    List<Label.Hit> behind(List<String> anchors, List<Label.Hit> hits) {
        Optional<Label.Hit> anchor = anchors.stream()
                .map(Label::of)
                .flatMap(a -> sheet.pieces().stream().flatMap(p -> a.find(p, 0).stream()))
                .findFirst();
        if (anchors.isEmpty()) {
            return hits;
        }
        if (anchor.isEmpty()) {
            return List.of();
        }
        List<Label.Hit> behind = new ArrayList<>(
                hits.stream().filter(hit -> notBefore(anchor.get(), hit)).toList());
        behind.sort(Comparator.comparingDouble(hit -> distance(anchor.get(), hit)));
        return behind;
    }

    private static boolean notBefore(Label.Hit anchor, Label.Hit hit) {
        int order = hit.piece().order() - anchor.piece().order();
        return order > 0 || (order == 0 && hit.from() >= anchor.from());
    }

    /** Down the page first; on one line, along it. */
    private static double distance(Label.Hit anchor, Label.Hit hit) {
        if (!anchor.piece().placed()
                || !hit.piece().placed()
                || anchor.piece().page() != hit.piece().page()) {
            return (hit.piece().page() - anchor.piece().page()) * 1e6
                    + hit.piece().order() * 1e3
                    + hit.from();
        }
        int anchorX = anchor.piece().words().get(anchor.from()).box().x();
        int hitX = hit.piece().words().get(hit.from()).box().x();
        int line = (hit.piece().box().y() - anchor.piece().box().y())
                / Math.max(1, anchor.piece().box().height());
        return line * 1e3 + Math.abs(hitX - anchorX);
    }
}
