package vn.sohoa.job;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

/** The written form of a job: strict keys, faults with file and line. */
record JobFile(
        String name,
        String description,
        String inbox,
        String settle,
        String qualityProfile,
        ScannerSignature scannerSignature,
        Thresholds thresholds,
        @Nullable Times schedule) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    record Thresholds(double type, double text, double field) {}

    record Times(String start, String end) {}

    static JobDefinition read(Path file) {
        try {
            return YAML.readValue(file.toFile(), JobFile.class).checked(file);
        } catch (JacksonException fault) {
            String line = fault.getLocation() == null
                    ? "?"
                    : String.valueOf(fault.getLocation().getLineNr());
            throw wrong(file + ":" + line + ": " + fault.getOriginalMessage(), fault);
        } catch (IllegalArgumentException | DateTimeException fault) {
            throw wrong(file + ": " + fault.getMessage(), fault);
        }
    }

    private JobDefinition checked(Path file) {
        Duration quiet = DurationStyle.detectAndParse(required("settle", settle));
        RunPolicy policy = new RunPolicy(
                required("qualityProfile", qualityProfile),
                scannerSignature,
                thresholds.type(),
                thresholds.text(),
                thresholds.field());
        JobDefinition.Schedule window = schedule == null
                ? null
                : new JobDefinition.Schedule(LocalTime.parse(schedule.start()), LocalTime.parse(schedule.end()));
        if (!required("name", name).matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("name: chữ thường, số và gạch nối, không phải \"" + name + "\"");
        }
        return new JobDefinition(file, name, description, required("inbox", inbox), quiet, policy, window);
    }

    private static String required(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(key + ": thiếu giá trị");
        }
        return value;
    }

    private static DigitisationException wrong(String detail, Exception cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, detail, cause);
    }
}
