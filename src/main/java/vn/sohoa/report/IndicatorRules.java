package vn.sohoa.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.catalog.CaseFacts;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * What is data about the indicators: points, targets, colours, blocks of units, from {@code jobs/reference/indicators.yml}. A closed
 * period carries the text that it was closed with.
 */
public final class IndicatorRules {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String text;
    private final RulesFile file;
    private final Map<Indicator, Weight> weights;

    private IndicatorRules(String text, RulesFile file, Map<Indicator, Weight> weights) {
        this.text = text;
        this.file = file;
        this.weights = weights;
    }

    /** Which of a dossier's three units a figure counts by. */
    public enum UnitField {
        RECEIVING,
        PROCESSING,
        /** The processing unit where no issuing one is named. */
        ISSUING;

        String of(CaseFacts dossier) {
            return switch (this) {
                case RECEIVING -> dossier.receiving();
                case PROCESSING -> dossier.processing();
                case ISSUING -> dossier.issuing().isEmpty() ? dossier.processing() : dossier.issuing();
            };
        }
    }

    /** Which day puts a dossier into a period. */
    public enum Day {
        RECEIVED,
        FINISHED;

        boolean in(Period period, CaseFacts dossier) {
            return switch (this) {
                case RECEIVED -> period.holds(dossier.received());
                case FINISHED -> dossier.finished() != null && period.holds(dossier.finished());
            };
        }
    }

    /** How a ratio becomes points. */
    public enum Scale {
        KNEE,
        PROPORTIONAL
    }

    /** One indicator's data. @param confirmed whether a text we have seen says so */
    public record Weight(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) BigDecimal maximum,
            @JsonProperty(required = true) UnitField unit,
            @JsonProperty(required = true) Day period,
            @JsonProperty(required = true) Scale scale,
            @JsonProperty(required = true) boolean confirmed) {}

    /** A target with its colours, ratios from 0 to 1. */
    public record Target(
            @JsonProperty(required = true) int year,
            @JsonProperty(required = true) String unit,
            @JsonProperty(required = true) String indicator,
            @JsonProperty(required = true) BigDecimal target,
            @JsonProperty(required = true) BigDecimal green,
            @JsonProperty(required = true) BigDecimal yellow,
            @JsonProperty(required = true) BigDecimal orange) {}

    /** Units that are ranked among themselves. */
    public record Block(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String english,
            @JsonProperty(required = true) int groups,
            @JsonProperty(required = true) List<String> prefixes) {}

    /** Of procedures that the catalogue of procedures does not know. */
    record MustReturn(
            @JsonProperty(required = true) boolean otherwise,
            @JsonProperty(required = true) List<String> except) {}

    record Unit(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String name) {}

    private record RulesFile(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) String formula,
            @JsonProperty(required = true) BigDecimal groupMaximum,
            @JsonProperty(required = true) BigDecimal knee,
            @JsonProperty(required = true) List<Weight> indicators,
            @JsonProperty(required = true) UnitField columnsUnit,
            @JsonProperty(required = true) MustReturn mustReturn,
            @JsonProperty(required = true) List<Target> targets,
            @JsonProperty(required = true) List<Unit> units,
            @JsonProperty(required = true) List<Block> blocks) {}

    /** Reads the file strictly. Problem: CONFIGURATION_INVALID with file and line. */
    public static IndicatorRules load(Path yaml) {
        try {
            return parse(Files.readString(yaml, StandardCharsets.UTF_8), String.valueOf(yaml.getFileName()));
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.toString(), cannot);
        }
    }

    static IndicatorRules parse(String text, String name) {
        RulesFile file;
        try {
            file = YAML.readValue(text, RulesFile.class);
        } catch (JacksonException wrong) {
            String where = wrong.getLocation() == null
                    ? ""
                    : ", dòng " + wrong.getLocation().getLineNr();
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, name + where + ": " + wrong.getOriginalMessage(), wrong);
        }
        List<String> faults = RulesCheck.faults(
                file.formula(), file.groupMaximum(), file.knee(), file.indicators(), file.targets(), file.blocks());
        if (!faults.isEmpty()) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, name + ": " + String.join("; ", faults));
        }
        Map<Indicator, Weight> weights = new EnumMap<>(Indicator.class);
        file.indicators().forEach(each -> weights.put(Indicator.of(each.code()).orElseThrow(), each));
        return new IndicatorRules(text, file, weights);
    }

    String text() {
        return text;
    }

    String version() {
        return file.version();
    }

    String formula() {
        return file.formula();
    }

    BigDecimal knee() {
        return file.knee();
    }

    UnitField columnsUnit() {
        return file.columnsUnit();
    }

    Weight weight(Indicator indicator) {
        return weights.getOrDefault(indicator, file.indicators().get(0));
    }

    boolean needsFinished() {
        return weights.values().stream().anyMatch(each -> each.period() == Day.FINISHED);
    }

    /** Whether a procedure that the catalogue does not know, given by its whole code or none, must return a paper. */
    boolean mustReturn(String procedure) {
        boolean excepted = file.mustReturn().except().stream()
                .anyMatch(base -> procedure.equals(base) || procedure.startsWith(base + "."));
        return excepted != file.mustReturn().otherwise();
    }

    Optional<String> unitName(String unit) {
        return file.units().stream()
                .filter(each -> each.code().equals(unit))
                .map(Unit::name)
                .findFirst();
    }

    /** Codes that are shown in the tree though they have no dossiers of their own. */
    boolean named(String unit) {
        return unitName(unit).isPresent();
    }

    /** The target for a unit and indicator: the nearest unit, then the latest year, then the indicator's own line. */
    Optional<Target> target(int year, List<String> unitAndAbove, Indicator indicator) {
        return file.targets().stream()
                .filter(each -> each.year() <= year)
                .filter(each -> each.unit().equals("*") || unitAndAbove.contains(each.unit()))
                .filter(each -> each.indicator().equals("*") || each.indicator().equals(indicator.code()))
                .max(Comparator.comparingInt((Target each) ->
                                each.unit().equals("*") ? 0 : each.unit().length())
                        .thenComparingInt(Target::year)
                        .thenComparingInt(each -> each.indicator().equals("*") ? 0 : 1));
    }

    /** The block of a unit with that many groups in its code. */
    Optional<Block> block(String unit, int groups) {
        Optional<Block> byPrefix = file.blocks().stream()
                .filter(each -> each.prefixes().stream().anyMatch(p -> unit.equals(p) || unit.startsWith(p + ".")))
                .findFirst();
        return byPrefix.or(() -> file.blocks().stream()
                .filter(each -> each.groups() > 0 && each.groups() <= groups)
                .max(Comparator.comparingInt(Block::groups)));
    }

    List<Block> blocks() {
        return file.blocks();
    }

    @Override
    public String toString() {
        return version() + ", " + weights.keySet().stream().map(Indicator::code).collect(Collectors.joining(" "));
    }
}
