package vn.sohoa.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * From which confidence on a reading is taken without a person, kind by kind and field by field, where officers' decisions have shown it:
 * {@code jobs/reference/thresholds.yml}, proposed by one person and accepted by another. Where it says nothing the job's own thresholds
 * hold. The file need not exist. Immutable.
 */
public final class LearnedThresholds {
    /** Name of the file in the reference folder. */
    public static final String FILE = "thresholds.yml";

    /** The field that stands for the kind of paper itself. */
    public static final String TYPE = "type";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Double> byPlace;
    private final List<Threshold> all;

    private LearnedThresholds(List<Threshold> all) {
        this.all = List.copyOf(all);
        byPlace = new HashMap<>();
        all.forEach(each -> byPlace.put(place(each.type(), each.field()), each.confidence()));
    }

    /**
     * One threshold with what it stands on.
     *
     * @param field name of a field, or {@link #TYPE}
     * @param confidence 0 to 100
     * @param cases decided at or above it
     * @param right of these
     */
    public record Threshold(String type, String field, double confidence, int cases, int right) {

        public Threshold {
            if (!(confidence >= 0 && confidence <= 100) || cases < 1 || right < 0 || right > cases) {
                throw new IllegalArgumentException("threshold " + confidence + " on " + right + " of " + cases);
            }
        }
    }

    /**
     * The file as it is proposed and accepted.
     *
     * @param targetPercent share of right readings that is asked for
     * @param acceptedBy the second person, or null while it is a proposal
     */
    public record Agreed(
            String version,
            LocalDate proposedOn,
            String proposedBy,
            @Nullable LocalDate acceptedOn,
            @Nullable String acceptedBy,
            double targetPercent,
            List<Threshold> thresholds) {}

    /** None: the job's own thresholds hold. */
    public static LearnedThresholds none() {
        return new LearnedThresholds(List.of());
    }

    /** Those of a reference folder. Problem: CONFIGURATION_INVALID with file and line, also if nobody has accepted them. */
    public static LearnedThresholds load(Path reference) {
        Path file = reference.resolve(FILE);
        if (!Files.exists(file)) {
            return none();
        }
        Agreed agreed = read(file);
        if (agreed.acceptedBy() == null) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, FILE + ": acceptedBy: chưa ai chấp nhận");
        }
        return new LearnedThresholds(agreed.thresholds());
    }

    /** A file of thresholds, accepted or not. Problem: CONFIGURATION_INVALID with file and line. */
    public static Agreed read(Path file) {
        try {
            return YAML.readValue(file, Agreed.class);
        } catch (JacksonException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    file.getFileName() + ", dòng " + line + ": " + fault.getOriginalMessage(),
                    fault);
        }
    }

    /** The text of such a file. */
    public static String write(Agreed agreed) {
        return YAML.writeValueAsString(agreed);
    }

    /** The threshold of a field of a kind of paper, else the one given. */
    public double of(String type, String field, double otherwise) {
        return byPlace.getOrDefault(place(type, field), otherwise);
    }

    /** The kinds of paper that it speaks of; each should be in {@code types.yml}. */
    public Set<String> types() {
        return all.stream().map(Threshold::type).collect(Collectors.toSet());
    }

    private static String place(String type, String field) {
        return type + "." + field;
    }
}
