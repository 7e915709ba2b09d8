package vn.sohoa.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Whose papers somebody may see (phạm vi cơ quan): all, or those of dossiers which a unit receives, processes or issues. A unit
 * stands for itself and for every unit below it: {@code H15} holds {@code H15.12} and, in the older form of codes,
 * {@code 000.00.12.H15}, not {@code H150}.
 *
 * @param all whether everything may be seen; then there are no units
 * @param units codes of units; none and not all means nothing
 */
public record AgencyScope(boolean all, List<String> units) {
    /** This machine itself, and accounts of the whole province. */
    public static final AgencyScope ALL = new AgencyScope(true, List.of());

    /** Nobody's papers. */
    public static final AgencyScope NOTHING = new AgencyScope(false, List.of());

    /** How a whole province is written in the place of a unit. */
    public static final String EVERY_UNIT = "*";

    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,34}");

    public AgencyScope {
        units = units.stream().distinct().sorted().toList();
        if (all && !units.isEmpty()) {
            throw new IllegalArgumentException("all units, and some of them");
        }
        units.forEach(unit -> {
            if (!UNIT.matcher(unit).matches()) {
                throw new IllegalArgumentException("not a unit: " + unit);
            }
        });
    }

    /** The scope of an account. @param unit a code, or {@link #EVERY_UNIT} */
    public static AgencyScope of(String unit) {
        return unit.equals(EVERY_UNIT) ? ALL : new AgencyScope(false, List.of(unit));
    }

    /** Whether a unit stands within. */
    public boolean holds(String unit) {
        return all
                || units.stream()
                        .anyMatch(own -> unit.equals(own) || unit.startsWith(own + ".") || unit.endsWith("." + own));
    }

    /** Every code that stands for a unit or for one above it, in either form of codes; an account of any of them sees it. */
    public static List<String> above(String unit) {
        Set<String> above = new TreeSet<>(List.of(unit));
        for (int dot = unit.indexOf('.'); dot >= 0; dot = unit.indexOf('.', dot + 1)) {
            above.add(unit.substring(0, dot));
            above.add(unit.substring(dot + 1));
        }
        return List.copyOf(above);
    }

    /** Whether a dossier may be seen. */
    public boolean sees(Dossier dossier) {
        return holds(dossier.receivingUnit().value())
                || holds(dossier.processingUnit().value())
                || Optional.ofNullable(dossier.issuingUnit())
                        .map(unit -> holds(unit.value()))
                        .orElse(false);
    }
}
