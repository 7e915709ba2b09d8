package vn.sohoa.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sohoa.dossier.AgencyCode;

/**
 * The tree of units as their codes tell it (Decision 20/2020/QĐ-TTg): {@code H15 → H15.12}, {@code H15 → H15.50 → H15.50.05}. Old
 * codes hang below the level-1 code that they end with; organisations outside the scheme stand alone.
 */
final class UnitTree {
    private final Map<String, List<String>> paths = new HashMap<>();

    /** The unit and all above it, the highest first. */
    List<String> path(String unit) {
        return paths.computeIfAbsent(unit, UnitTree::read);
    }

    private static List<String> read(String unit) {
        String top = new AgencyCode(unit).levelOne();
        if (!unit.startsWith(top + ".")) {
            return top.equals(unit) ? List.of(unit) : List.of(top, unit);
        }
        List<String> path = new ArrayList<>();
        for (int dot = unit.indexOf('.'); dot > 0; dot = unit.indexOf('.', dot + 1)) {
            path.add(unit.substring(0, dot));
        }
        path.add(unit);
        return List.copyOf(path);
    }

    /** Groups in a code: 1 for a province. */
    static int groups(String unit) {
        return unit.split("\\.").length;
    }

    boolean below(String unit, String above) {
        return path(unit).contains(above);
    }
}
