package vn.sohoa.codes;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.Procedure;
import vn.sohoa.dossier.ProcedureCode;

/** The files of the catalogues as they are written, each code in its form. */
final class CatalogueFiles {

    private CatalogueFiles() {}

    static ProcedureFile procedures(Path yaml) {
        return ReferenceYaml.read(yaml, ProcedureFile.class);
    }

    static Fields fields(Path yaml) {
        Fields file = ReferenceYaml.read(yaml, Fields.class);
        check(yaml, CodeFormat.LINHVUC, file.fields());
        return file;
    }

    static Results results(Path yaml) {
        Results file = ReferenceYaml.read(yaml, Results.class);
        check(yaml, CodeFormat.LOAI_KQ, file.results());
        return file;
    }

    private static void check(Path yaml, CodeFormat form, List<Named> rows) {
        List<Named> seen = new ArrayList<>();
        for (Named row : rows) {
            if (!form.holds(row.code())) {
                throw ReferenceYaml.fault(yaml, row.code(), "mã không đúng dạng: " + row.code());
            }
            period(yaml, row.code(), row.from(), row.to());
            if (seen.stream().anyMatch(row::clashes)) {
                throw ReferenceYaml.fault(yaml, row.code(), "hai lần " + row.code() + " trong một ngày");
            }
            seen.add(row);
        }
    }

    private static void period(Path yaml, String code, LocalDate from, @Nullable LocalDate to) {
        if (to != null && to.isBefore(from)) {
            throw ReferenceYaml.fault(yaml, to.toString(), code + ": to trước from");
        }
    }

    /** A code with its name, from one day to another. */
    record Named(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) LocalDate from,
            @Nullable LocalDate to) {

        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean clashes(Named other) {
            return code.equals(other.code) && (inForce(other.from) || other.inForce(from));
        }

        static boolean covers(List<Named> rows, String code, LocalDate day) {
            return rows.stream().anyMatch(row -> row.code.equals(code) && row.inForce(day));
        }
    }

    record Fields(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<Named> fields) {
        boolean covers(String code, LocalDate day) {
            return Named.covers(fields, code, day);
        }
    }

    record Results(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<Named> results) {
        boolean covers(String code, LocalDate day) {
            return Named.covers(results, code, day);
        }
    }

    record ProcedureFile(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<Row> procedures) {}

    record Part(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            @Nullable List<String> types,
            @JsonProperty(required = true) boolean required,
            Procedure.@Nullable Source source) {

        Procedure.Component component() {
            return new Procedure.Component(
                    code,
                    name,
                    types == null ? List.of() : types,
                    required,
                    source == null ? Procedure.Source.CITIZEN : source);
        }
    }

    record Row(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String field,
            @JsonProperty(required = true) Procedure.Level level,
            @JsonProperty(required = true) boolean essential,
            @JsonProperty(required = true) boolean returnsPaper,
            @JsonProperty(required = true) List<String> results,
            @JsonProperty(required = true) LocalDate from,
            @Nullable LocalDate to,
            @JsonProperty(required = true) List<Part> components) {

        Procedure procedure(Path yaml) {
            if (!CodeFormat.TTHC.holds(code) || !new ProcedureCode(code).base().equals(code)) {
                throw ReferenceYaml.fault(yaml, code, "không phải mã gốc của thủ tục (như 1.004873): " + code);
            }
            period(yaml, code, from, to);
            return new Procedure(
                    new ProcedureCode(code),
                    name,
                    field,
                    level,
                    essential,
                    returnsPaper,
                    results,
                    components.stream().map(Part::component).toList(),
                    from,
                    to);
        }
    }
}
