package vn.sohoa.codes;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.sohoa.dossier.Procedure;
import vn.sohoa.dossier.ProcedureCode;
import vn.sohoa.dossier.Procedures;

/**
 * The catalogues that the province supplies: procedures with their components, fields (lĩnh vực) and types of results (KQ.*), from
 * {@code jobs/reference/}. Immutable, for any number of threads.
 */
public final class ProcedureCatalogue implements Procedures {
    /** Its name in the folder of reference data. */
    public static final String FILE = "procedures.yml";

    private final String version;
    private final List<Procedure> rows;
    private final Map<String, List<Procedure>> byBase;

    private ProcedureCatalogue(String version, List<Procedure> rows) {
        this.version = version;
        this.rows = List.copyOf(rows);
        this.byBase =
                rows.stream().collect(Collectors.groupingBy(row -> row.code().base()));
    }

    /**
     * Reads {@code procedures.yml}, {@code fields.yml} and {@code result-types.yml} strictly.
     *
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID with file and line; also for two rows of one procedure on
     *     one day, and for a field or a type of result that is not in force together with it
     */
    public static ProcedureCatalogue load(Path reference) {
        Path yaml = reference.resolve(FILE);
        CatalogueFiles.Fields fields = CatalogueFiles.fields(reference.resolve("fields.yml"));
        CatalogueFiles.Results results = CatalogueFiles.results(reference.resolve("result-types.yml"));
        CatalogueFiles.ProcedureFile file = CatalogueFiles.procedures(yaml);
        List<Procedure> rows = new ArrayList<>();
        for (CatalogueFiles.Row row : file.procedures()) {
            Procedure procedure = row.procedure(yaml);
            rows.stream()
                    .filter(other -> other.code().equals(procedure.code()) && overlaps(other, procedure))
                    .findFirst()
                    .ifPresent(other -> {
                        throw ReferenceYaml.fault(
                                yaml,
                                procedure.code().value(),
                                procedure.code() + ": hai dòng cùng hiệu lực trong một ngày");
                    });
            if (!fields.covers(procedure.field(), procedure.from())) {
                throw ReferenceYaml.fault(
                        yaml, procedure.field(), procedure.code() + ": không có lĩnh vực " + procedure.field());
            }
            for (String result : procedure.results()) {
                if (!results.covers(result, procedure.from())) {
                    throw ReferenceYaml.fault(yaml, result, procedure.code() + ": không có loại kết quả " + result);
                }
            }
            distinct(yaml, procedure);
            rows.add(procedure);
        }
        return new ProcedureCatalogue(file.version(), rows);
    }

    private static boolean overlaps(Procedure one, Procedure other) {
        return one.inForce(other.from()) || other.inForce(one.from());
    }

    private static void distinct(Path yaml, Procedure procedure) {
        Set<String> seen = new HashSet<>();
        for (Procedure.Component component : procedure.components()) {
            if (!seen.add(component.code())) {
                throw ReferenceYaml.fault(
                        yaml, component.code(), procedure.code() + ": hai lần thành phần " + component.code());
            }
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Optional<Procedure> find(ProcedureCode code, LocalDate received) {
        return byBase.getOrDefault(code.base(), List.of()).stream()
                .filter(row -> row.inForce(received))
                .findFirst();
    }

    @Override
    public List<Procedure> all() {
        return rows;
    }

    /** The kinds of paper that components name; each should be in {@code types.yml}. */
    public Set<String> types() {
        Set<String> types = new TreeSet<>();
        rows.forEach(row -> row.components().forEach(component -> types.addAll(component.types())));
        return types;
    }
}
