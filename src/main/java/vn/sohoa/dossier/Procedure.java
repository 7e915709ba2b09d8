package vn.sohoa.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A procedure (thủ tục hành chính) as the catalogue has it for dossiers received from one day to another.
 *
 * @param code base code
 * @param field its field (lĩnh vực), such as {@code G15-HT}
 * @param essential whether it is one of the 25 essential services, for which no paper may be collected (Directive 24/CT-TTg, 2025)
 * @param returnsPaper whether it has to end with a result on paper or its electronic form: the denominator of indicator 4.1
 * @param results types of result, {@code KQ.*}
 * @param to last day, or null
 */
public record Procedure(
        ProcedureCode code,
        String name,
        String field,
        Level level,
        boolean essential,
        boolean returnsPaper,
        List<String> results,
        List<Component> components,
        LocalDate from,
        @Nullable LocalDate to) {

    /** Who decides (cấp thực hiện). */
    public enum Level {
        TRUNG_UONG,
        TINH,
        /** Until 30/6/2025. */
        HUYEN,
        XA
    }

    /** Where a component comes from. */
    public enum Source {
        /** Whoever hands the dossier in. */
        CITIZEN,
        /** A national database: it must not be asked for. */
        DATABASE
    }

    /**
     * A component of the dossier (thành phần hồ sơ).
     *
     * @param code unique within the procedure
     * @param types kinds of paper that serve, any of them; none for a form of the procedure itself
     */
    public record Component(String code, String name, List<String> types, boolean required, Source source) {

        public Component {
            types = List.copyOf(types);
        }
    }

    public Procedure {
        results = List.copyOf(results);
        components = List.copyOf(components);
    }

    public Optional<Component> component(String wanted) {
        return components.stream().filter(c -> c.code().equals(wanted)).findFirst();
    }

    /** Whether it is in force for dossiers received on a day. */
    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
