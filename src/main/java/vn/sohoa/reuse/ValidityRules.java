package vn.sohoa.reuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;

/**
 * How long kinds of paper hold for procedures: dated data in {@code jobs/reference/validity-rules.yml}. No rule means
 * "ask an officer", never "valid".
 */
final class ValidityRules {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final RulesFile file;

    private ValidityRules(RulesFile file) {
        this.file = file;
    }

    record RulesFile(String version, List<ValidityRule> rules) {

        @SuppressWarnings("NullAway") // the reader gives null for what the file lacks
        RulesFile {
            if (version == null || version.isBlank() || rules == null) {
                throw new IllegalArgumentException("version or rules are missing");
            }
            rules = List.copyOf(rules);
        }
    }

    /** Problem: CONFIGURATION_INVALID with file and line. */
    static ValidityRules load(Path yaml) {
        RulesFile file;
        try {
            file = YAML.readValue(yaml.toFile(), RulesFile.class);
        } catch (JacksonException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
            throw fault(yaml, line, fault.getOriginalMessage(), fault);
        }
        if (file == null) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, yaml + ": empty");
        }
        for (int later = 1; later < file.rules().size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                ValidityRule rule = file.rules().get(later);
                if (rule.clashes(file.rules().get(earlier))) {
                    String what = "two rules on one day: " + rule.type() + ", " + rule.procedure();
                    throw fault(yaml, line(yaml, later), what, null);
                }
            }
        }
        return new ValidityRules(file);
    }

    private static DigitisationException fault(Path yaml, int line, String what, @Nullable JacksonException cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, yaml + ":" + line + ": " + what, cause);
    }

    /** Where the n-th rule begins, from 0. */
    private static int line(Path yaml, int rule) {
        try {
            List<String> lines = Files.readAllLines(yaml);
            return IntStream.range(0, lines.size())
                            .filter(i -> lines.get(i).matches("\\s*-\\s+(\\{\\s*)?\\w+:.*"))
                            .skip(rule)
                            .findFirst()
                            .orElse(-1)
                    + 1;
        } catch (IOException gone) {
            return 0;
        }
    }

    String version() {
        return file.version();
    }

    /** Every kind of paper that a rule names. */
    Set<String> types() {
        Set<String> types = new TreeSet<>();
        for (ValidityRule rule : file.rules()) {
            types.add(rule.type());
            types.addAll(rule.ends().keySet());
        }
        return types;
    }

    /** The rule in force on a day; one for the very procedure goes before one for all. */
    Optional<ValidityRule> find(String type, Optional<ProcedureCode> procedure, LocalDate on) {
        return procedure.flatMap(code -> first(type, code.base(), on)).or(() -> first(type, ValidityRule.ANY, on));
    }

    private Optional<ValidityRule> first(String type, String procedure, LocalDate on) {
        return file.rules().stream()
                .filter(rule -> rule.type().equals(type) && rule.procedure().equals(procedure) && rule.inForce(on))
                .findFirst();
    }
}
