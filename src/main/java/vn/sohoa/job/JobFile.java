package vn.sohoa.job;

import java.nio.file.Path;
import java.time.DateTimeException;
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
        @Nullable String name,
        @Nullable String description,
        @Nullable String inbox,
        @Nullable String settle,
        @Nullable String qualityProfile,
        @Nullable ScannerSignature scannerSignature,
        @Nullable Thresholds thresholds,
        @Nullable Times schedule) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    record Thresholds(double type, double text, double field) {}

    record Times(@Nullable String start, @Nullable String end) {}

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
        Thresholds limits = required("thresholds", thresholds);
        RunPolicy policy = new RunPolicy(
                required("qualityProfile", qualityProfile),
                required("scannerSignature", scannerSignature),
                limits.type(),
                limits.text(),
                limits.field());
        if (!required("name", name).matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("name: chữ thường, số và gạch nối, không phải \"" + name + "\"");
        }
        return new JobDefinition(
                file,
                required("name", name),
                required("description", description),
                required("inbox", inbox),
                DurationStyle.detectAndParse(required("settle", settle)),
                policy,
                schedule == null ? null : window(schedule));
    }

    private static JobDefinition.Schedule window(Times times) {
        return new JobDefinition.Schedule(
                LocalTime.parse(required("schedule.start", times.start())),
                LocalTime.parse(required("schedule.end", times.end())));
    }

    private static <T> T required(String key, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException(key + ": thiếu giá trị");
        }
        return value;
    }

    private static DigitisationException wrong(String detail, Exception cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, detail, cause);
    }
}
