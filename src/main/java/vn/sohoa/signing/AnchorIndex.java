package vn.sohoa.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The written form of {@code index.yml} beside the trust anchors: what each of them vouches for, from when to when, who laid it
 * down and who, another person, compared its fingerprint. Strict keys.
 */
record AnchorIndex(@JsonProperty(required = true) List<Entry> anchors) {
    static final String NAME = "index.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    AnchorIndex {
        anchors = List.copyOf(anchors);
    }

    /**
     * One certificate.
     *
     * @param subject as the certificate states it (RFC 2253), so that a person can read whom they trust
     * @param sha256 fingerprint, hex; blanks and colons do not matter
     * @param from first day on which a signature may have been made under it, in Asia/Ho_Chi_Minh
     * @param to last such day
     * @param loadedBy who laid the file down
     * @param confirmedBy who compared the fingerprint with a source of their own
     */
    record Entry(
            @Nullable String subject,
            @Nullable String sha256,
            @Nullable Set<AnchorPurpose> purposes,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String loadedBy,
            @Nullable String confirmedBy) {

        String fingerprint() {
            return given("sha256", sha256).replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        }

        Entry checked() {
            if (given("purposes", purposes).isEmpty()) {
                throw new IllegalArgumentException("purposes: thiếu giá trị");
            }
            if (!fingerprint().matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("sha256: cần 64 chữ số hex");
            }
            if (given("to", to).isBefore(given("from", from))) {
                throw new IllegalArgumentException("to: trước from");
            }
            if (name("loadedBy", loadedBy).equals(name("confirmedBy", confirmedBy))) {
                throw new IllegalArgumentException("confirmedBy: phải là người khác với loadedBy");
            }
            return this;
        }

        private static String name(String key, @Nullable String text) {
            String name = Normalizer.normalize(given(key, text), Normalizer.Form.NFC)
                    .strip()
                    .replaceAll("\\s+", " ")
                    .toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                throw new IllegalArgumentException(key + ": thiếu giá trị");
            }
            return name;
        }

        static <T> T given(String key, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException(key + ": thiếu giá trị");
            }
            return value;
        }
    }

    /** Problem: CONFIGURATION_INVALID with file and place. */
    static AnchorIndex read(Path file) {
        try {
            AnchorIndex index = YAML.readValue(file.toFile(), AnchorIndex.class);
            if (index == null) {
                throw wrong(file, "anchors: thiếu giá trị", null);
            }
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < index.anchors.size(); i++) {
                check(file, i + 1, index.anchors.get(i), seen);
            }
            return index;
        } catch (JacksonException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
            throw wrong(file, (line > 0 ? "dòng " + line + ": " : "") + fault.getOriginalMessage(), fault);
        }
    }

    private static void check(Path file, int number, Entry entry, Set<String> seen) {
        try {
            if (!seen.add(entry.checked().fingerprint())) {
                throw new IllegalArgumentException("sha256: hai lần");
            }
        } catch (IllegalArgumentException fault) {
            throw wrong(file, "anchors[" + number + "]." + fault.getMessage(), fault);
        }
    }

    private static DigitisationException wrong(Path file, String what, @Nullable Exception cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, file + ": " + what, cause);
    }
}
