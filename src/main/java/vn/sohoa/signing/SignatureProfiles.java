package vn.sohoa.signing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** The profiles of {@code jobs/reference/signature-profiles.yml}, which a records officer may edit. */
public final class SignatureProfiles {
    /** Its name in the folder of reference data. */
    public static final String FILE = "signature-profiles.yml";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, SignatureProfile> byId;
    private final Set<String> conversionTypes;

    private SignatureProfiles(Map<String, SignatureProfile> byId, Set<String> conversionTypes) {
        this.byId = byId;
        this.conversionTypes = conversionTypes;
    }

    /** Problem: CONFIGURATION_INVALID with file, line and column. */
    public static SignatureProfiles load(Path yaml) {
        if (!Files.isRegularFile(yaml)) {
            throw fault(yaml, ": không tìm thấy", null);
        }
        try {
            ProfileFile file = YAML.readValue(yaml, ProfileFile.class);
            if (file == null) {
                throw fault(yaml, ": tệp rỗng", null);
            }
            Map<String, SignatureProfile> byId = new LinkedHashMap<>();
            for (Entry entry : file.profiles()) {
                if (byId.put(entry.id(), entry.profile(yaml)) != null) {
                    throw fault(yaml, ": hai lần " + entry.id(), null);
                }
            }
            return new SignatureProfiles(byId, Set.copyOf(file.conversionTypes()));
        } catch (IllegalArgumentException senseless) {
            throw fault(yaml, ": " + senseless.getMessage(), senseless);
        } catch (JacksonException wrong) {
            String key = wrong instanceof DatabindException deep ? " (" + deep.getPathReference() + ")" : "";
            TokenStreamLocation at = wrong.getLocation();
            String where = at == null ? "" : ", dòng " + at.getLineNr() + ", cột " + at.getColumnNr();
            throw fault(yaml, where + ": " + wrong.getOriginalMessage() + key, wrong);
        }
    }

    /** Problem: USAGE, naming the profiles that there are, or CONFIGURATION_INVALID if it is off. */
    public SignatureProfile profile(String id) {
        SignatureProfile profile = byId.get(id);
        if (profile == null) {
            throw new DigitisationException(
                    Problem.USAGE, "không có mẫu chữ ký \"" + id + "\"; hiện có: " + String.join(", ", byId.keySet()));
        }
        if (!profile.enabled()) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID, "mẫu chữ ký " + id + " đang tắt (signature-profiles.yml, enabled)");
        }
        return profile;
    }

    /** Codes of the kinds of paper that need the agency's signature and the conversion mark (Law on E-Transactions, Article 12). */
    public Set<String> conversionTypes() {
        return conversionTypes;
    }

    private static DigitisationException fault(Path yaml, String what, @Nullable Exception cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.getFileName() + what, cause);
    }

    private record Entry(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String basis,
            @JsonProperty(required = true) boolean enabled,
            @JsonProperty(required = true) SignatureProfile.Corner corner,
            @Nullable List<String> lines,
            @Nullable String image,
            @Nullable Double imageMillimetres) {

        SignatureProfile profile(Path yaml) {
            Path picture = image == null ? null : yaml.toAbsolutePath().resolveSibling(image);
            double width = imageMillimetres == null ? 0 : imageMillimetres;
            return new SignatureProfile(id, basis, enabled, corner, lines == null ? List.of() : lines, picture, width);
        }
    }

    private record ProfileFile(
            @JsonProperty(required = true) String version,
            @JsonProperty(required = true) List<String> conversionTypes,
            @JsonProperty(required = true) List<Entry> profiles) {}
}
