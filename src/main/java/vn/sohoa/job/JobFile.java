package vn.sohoa.job;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.KeepLedger;
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
        @Nullable Times schedule,
        @Nullable String kind) {

    private static final RunPolicy NO_PAPERS = new RunPolicy("", ScannerSignature.OFF, 0, 0, 0);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    record Thresholds(double type, double text, double field) {}

    record Times(@Nullable String start, @Nullable String end) {}

    static JobDefinition read(Path file) {
        try {
            JobFile job = YAML.readValue(file.toFile(), JobFile.class);
            if (job == null) {
                throw new IllegalArgumentException("name: thiếu giá trị");
            }
            return job.checked(file);
        } catch (JacksonException fault) {
            throw wrong(YamlFault.sentence(file, fault), fault);
        } catch (IllegalArgumentException fault) {
            throw wrong(file + ": " + fault.getMessage(), fault);
        }
    }

    private JobDefinition checked(Path file) {
        return kind == null || kind.equals(JobDefinition.DIGITISE) ? digitising(file) : upkeep(file, kind);
    }

    /** Upkeep takes no papers in: what is said of them would be without effect, and is refused. */
    private JobDefinition upkeep(Path file, String what) {
        if (!KeepLedger.UPKEEP.contains(what)) {
            throw new IllegalArgumentException("kind: " + JobDefinition.DIGITISE + " hoặc "
                    + String.join(", ", KeepLedger.UPKEEP.stream().sorted().toList()) + ", không phải \"" + what
                    + "\"");
        }
        if (inbox != null
                || settle != null
                || qualityProfile != null
                || scannerSignature != null
                || thresholds != null) {
            throw new IllegalArgumentException(
                    "kind " + what + ": không có inbox, settle, qualityProfile, scannerSignature, thresholds");
        }
        if (!what.equals(named())) {
            throw new IllegalArgumentException(
                    "name: phải là \"" + what + "\" như kind"); // the ledger tells them by it
        }
        return new JobDefinition(
                file,
                named(),
                required("description", description),
                "",
                Duration.ZERO,
                NO_PAPERS,
                schedule == null ? null : window(schedule),
                what);
    }

    private String named() {
        if (!required("name", name).matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("name: chữ thường, số và gạch nối, không phải \"" + name + "\"");
        }
        return required("name", name);
    }

    private JobDefinition digitising(Path file) {
        Thresholds limits = required("thresholds", thresholds);
        RunPolicy policy = new RunPolicy(
                required("qualityProfile", qualityProfile),
                required("scannerSignature", scannerSignature),
                limits.type(),
                limits.text(),
                limits.field());
        return new JobDefinition(
                file,
                named(),
                required("description", description),
                required("inbox", inbox),
                quiet(required("settle", settle)),
                policy,
                schedule == null ? null : window(schedule));
    }

    private static JobDefinition.Schedule window(Times times) {
        return new JobDefinition.Schedule(time("schedule.start", times.start()), time("schedule.end", times.end()));
    }

    private static LocalTime time(String key, @Nullable String text) {
        String given = required(key, text);
        try {
            return LocalTime.parse(given);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(key + ": giờ:phút như \"01:00\", không phải \"" + given + "\"", wrong);
        }
    }

    private static Duration quiet(String given) {
        try {
            Duration settle = DurationStyle.detectAndParse(given);
            if (!settle.isNegative()) {
                return settle;
            }
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new IllegalArgumentException("settle: như 10m, không phải \"" + given + "\"", wrong);
        }
        throw new IllegalArgumentException("settle: như 10m, không phải \"" + given + "\"");
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
