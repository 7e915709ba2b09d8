package vn.sohoa.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Until when algorithms are trusted: data, for they age by decree. Read strictly from {@code algorithms.yml} in the trust folder. It
 * can only bring an end nearer than the policy has it, never put one off, and what it does not name stays as the policy has it.
 */
record Algorithms(@JsonProperty(required = true) List<Entry> algorithms) {
    static final String FILE = "algorithms.yml";
    static final Algorithms NONE = new Algorithms(List.of());

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    Algorithms {
        algorithms = List.copyOf(algorithms);
    }

    /**
     * One algorithm, either of hashing or of keys.
     *
     * @param digest such as {@code SHA256}
     * @param key such as {@code RSA}, {@code RSASSA-PSS}, {@code ECDSA}
     * @param bits keys of so many bits, and all shorter ones
     * @param trustedUntil the first day (UTC) on which it proves nothing any more
     * @param source the decree or list that says so
     */
    record Entry(
            @Nullable String digest,
            @Nullable String key,
            @Nullable Integer bits,
            @JsonProperty(required = true) LocalDate trustedUntil,
            @JsonProperty(required = true) String source) {

        Entry checked() {
            if ((digest == null) == (key == null)) {
                throw new IllegalArgumentException("cần digest hoặc key, một trong hai");
            }
            if (digest != null && !isDigest(digest)) {
                throw new IllegalArgumentException("digest: không biết " + digest);
            }
            if (key != null && !isKey(key)) {
                throw new IllegalArgumentException("key: không biết " + key);
            }
            if ((key == null) != (bits == null) || (bits != null && bits <= 0)) {
                throw new IllegalArgumentException("bits: phải có với key, không có với digest");
            }
            if (source.isBlank()) {
                throw new IllegalArgumentException("source: thiếu giá trị");
            }
            return this;
        }

        private static boolean isDigest(String name) {
            return Arrays.stream(DigestAlgorithm.values())
                    .anyMatch(each -> each.getName().equals(name));
        }

        private static boolean isKey(String name) {
            return Arrays.stream(EncryptionAlgorithm.values())
                    .anyMatch(each -> each.getName().equals(name));
        }

        Instant end() {
            return trustedUntil.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        /** For people: the algorithm, and the first day without it. */
        String told() {
            return (digest != null ? digest : key + " ≤ " + bits + " bit") + " < " + trustedUntil;
        }

        /** What makes it another entry for verdicts. */
        String fact() {
            return digest + " " + key + " " + bits + " " + trustedUntil;
        }
    }

    /** Problem: CONFIGURATION_INVALID with file and place. Without the file, nothing is stated. */
    static Algorithms in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        try {
            Algorithms read = YAML.readValue(file.toFile(), Algorithms.class);
            if (read == null) {
                throw wrong(file, "algorithms: thiếu giá trị", null);
            }
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < read.algorithms.size(); i++) {
                check(file, i + 1, read.algorithms.get(i), seen);
            }
            return read;
        } catch (JacksonException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
            throw wrong(file, (line > 0 ? "dòng " + line + ": " : "") + fault.getOriginalMessage(), fault);
        }
    }

    private static void check(Path file, int number, Entry entry, Set<String> seen) {
        try {
            entry.checked();
            if (!seen.add(entry.digest() + " " + entry.key() + " " + entry.bits())) {
                throw new IllegalArgumentException("hai lần một thuật toán");
            }
        } catch (IllegalArgumentException fault) {
            throw wrong(file, "algorithms[" + number + "]: " + fault.getMessage(), fault);
        }
    }

    private static DigitisationException wrong(Path file, String what, @Nullable Exception cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, file + ": " + what, cause);
    }

    List<String> facts() {
        return algorithms.stream().map(Entry::fact).toList();
    }

    /** When a way of hashing ends, if a day is stated. */
    Optional<Instant> endOf(String digest) {
        return algorithms.stream()
                .filter(entry -> digest.equals(entry.digest()))
                .map(Entry::end)
                .findFirst();
    }

    /** When keys of that kind and length end, if a day is stated. */
    Optional<Instant> endOf(String key, int bits) {
        return algorithms.stream()
                .filter(entry -> key.equals(entry.key()) && entry.bits() != null && bits <= entry.bits())
                .map(Entry::end)
                .min(Instant::compareTo);
    }
}
