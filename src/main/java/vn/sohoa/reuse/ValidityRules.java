package vn.sohoa.reuse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProcedureCode;

/**
 * How long a kind of paper holds for a procedure: dated data in {@code jobs/reference/validity-rules.yml}. No rule means
 * "ask an officer", never "valid".
 */
final class ValidityRules {
    private static final String ANY = "*";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final RulesFile file;

    private ValidityRules(RulesFile file) {
        this.file = file;
    }

    /** How validity is counted. */
    enum Kind {
        /** {@code amount} days from the date of issue. */
        DAYS,
        /** {@code amount} months from the date of issue. */
        MONTHS,
        /** Until a newer paper of the same kind and owner. */
        UNTIL_SUPERSEDED,
        /** No term of its own. */
        NONE
    }

    /**
     * @param procedure base code, or {@code *} for all that have no rule of their own
     * @param amount days or months, 0 for the other kinds
     * @param purposeLimited whether the paper serves only the purpose written on it
     * @param from first day of submission the rule is for
     * @param to last day, or null
     */
    record Rule(
            String type,
            String procedure,
            Kind kind,
            int amount,
            boolean purposeLimited,
            LocalDate from,
            @Nullable LocalDate to,
            String basis) {

        Rule {
            require(type, "type");
            require(procedure, "procedure");
            require(kind, "kind");
            require(from, "from");
            require(basis, "basis");
            boolean timed = kind == Kind.DAYS || kind == Kind.MONTHS;
            if (timed != (amount > 0)) {
                throw new IllegalArgumentException("amount " + amount + " of " + kind + " for " + type);
            }
            if (to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("to " + to + " before from " + from + " for " + type);
            }
        }

        /** The last day on which a paper issued on {@code issued} holds; empty if it has no end. */
        Optional<LocalDate> lastDay(LocalDate issued) {
            return switch (kind) {
                case DAYS -> Optional.of(issued.plusDays(amount));
                case MONTHS -> Optional.of(issued.plusMonths(amount));
                case UNTIL_SUPERSEDED, NONE -> Optional.empty();
            };
        }

        boolean isTimed() {
            return kind == Kind.DAYS || kind == Kind.MONTHS;
        }

        private boolean inForce(LocalDate on) {
            return !on.isBefore(from) && (to == null || !on.isAfter(to));
        }
    }

    record RulesFile(String version, List<Rule> rules) {

        RulesFile {
            require(version, "version");
            require(rules, "rules");
            rules = List.copyOf(rules);
        }
    }

    private static void require(@Nullable Object value, String name) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    /** Problem: CONFIGURATION_INVALID with file and line. */
    static ValidityRules load(Path yaml) {
        try {
            return new ValidityRules(YAML.readValue(yaml.toFile(), RulesFile.class));
        } catch (JacksonException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, yaml + ":" + line + ": " + fault.getOriginalMessage(), fault);
        }
    }

    String version() {
        return file.version();
    }

    /** The rule in force on a day; one for the very procedure goes before one for all. */
    Optional<Rule> find(String type, Optional<ProcedureCode> procedure, LocalDate on) {
        return procedure.flatMap(code -> first(type, code.base(), on)).or(() -> first(type, ANY, on));
    }

    private Optional<Rule> first(String type, String procedure, LocalDate on) {
        return file.rules().stream()
                .filter(rule -> rule.type().equals(type) && rule.procedure().equals(procedure) && rule.inForce(on))
                .findFirst();
    }
}
