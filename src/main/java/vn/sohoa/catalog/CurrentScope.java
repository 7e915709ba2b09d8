package vn.sohoa.catalog;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.AgencyScope;

/**
 * Whose papers the present thread may see, and that as one condition of SQL which every query for people carries. A thread of the
 * house itself (jobs, command line) sees all; one that works for a visitor sees what {@link #narrow} says until it is closed.
 */
public final class CurrentScope {
    private static final ThreadLocal<AgencyScope> SCOPE = ThreadLocal.withInitial(() -> AgencyScope.ALL);

    /** No code of a unit looks like this. */
    private static final String NO_UNIT = "-";

    private CurrentScope() {}

    /** Gives back what was seen before. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /** The present thread sees no more than this, until it is closed. */
    public static Held narrow(AgencyScope scope) {
        AgencyScope before = SCOPE.get();
        SCOPE.set(scope);
        return () -> SCOPE.set(before);
    }

    /** What the house itself has to know for its answer, such as whether another agency has issued a newer paper; not to be shown. */
    public static <T> T unbounded(Supplier<T> work) {
        Held held = narrow(AgencyScope.ALL);
        try {
            return work.get();
        } finally {
            held.close();
        }
    }

    /** What the present thread may see. */
    public static AgencyScope get() {
        return SCOPE.get();
    }

    /** Tells PostgreSQL for the present transaction whom it works for: it then hides other rows by itself ({@link RowSecurity}). */
    static void tell(JdbcClient jdbc) {
        String units = String.join(" ", get().units());
        jdbc.sql("select set_config('sohoa.units', :units, true)")
                .param("units", units.isEmpty() ? NO_UNIT : units)
                .query(String.class)
                .single();
    }

    /** Condition on a row of {@code document}, or of anything with a column that holds the code of a dossier. */
    static String ofDossier(String column) {
        return get().all()
                ? "true"
                : "exists (select 1 from dossier seen where seen.code = " + column + " and " + ofUnits("seen") + ")";
    }

    /** Condition on a row that has the id of a paper. */
    static String ofPaper(String column) {
        return get().all()
                ? "true"
                : "exists (select 1 from document paper where paper.id = " + column + " and "
                        + ofDossier("paper.dossier_code") + ")";
    }

    /** Condition on a row of {@code dossier}. Units are checked by {@link AgencyScope}: letters, digits, dots, hyphens. */
    static String ofUnits(String dossier) {
        AgencyScope scope = get();
        if (scope.all()) {
            return "true";
        }
        String either = scope.units().stream()
                .flatMap(unit -> Stream.of("receiving_unit", "processing_unit", "issuing_unit")
                        .map(column -> dossier + "." + column)
                        .map(place -> place + " = '" + unit + "' or " + place + " like '" + unit + ".%' or " + place
                                + " like '%." + unit + "'"))
                .collect(Collectors.joining(" or "));
        return either.isEmpty() ? "false" : "(" + either + ")";
    }
}
