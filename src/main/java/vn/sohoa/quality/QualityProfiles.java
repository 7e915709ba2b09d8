package vn.sohoa.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** The quality profiles of {@code jobs/reference/quality-profiles.yml}, which a records officer may edit. */
public final class QualityProfiles {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, QualityProfile> byId;

    private QualityProfiles(Map<String, QualityProfile> byId) {
        this.byId = byId;
    }

    /**
     * Reads the profiles strictly: an unknown key, a missing number or one that makes no sense is refused.
     *
     * @throws DigitisationException CONFIGURATION_INVALID with file, line and column
     */
    public static QualityProfiles load(Path yaml) {
        if (!Files.isRegularFile(yaml)) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.getFileName() + ": không tìm thấy");
        }
        try {
            Map<String, QualityProfile> byId = new LinkedHashMap<>();
            for (QualityProfile profile :
                    YAML.readValue(yaml, ProfileFile.class).profiles()) {
                if (byId.put(profile.id(), profile) != null) {
                    throw new DigitisationException(
                            Problem.CONFIGURATION_INVALID, yaml.getFileName() + ": hai lần " + profile.id());
                }
            }
            return new QualityProfiles(byId);
        } catch (JacksonException wrong) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, where(yaml, wrong), wrong);
        }
    }

    /** @throws DigitisationException CONFIGURATION_INVALID, naming the profiles that there are */
    public QualityProfile profile(String id) {
        QualityProfile profile = byId.get(id);
        if (profile == null) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    "không có hồ sơ tiêu chuẩn \"" + id + "\"; hiện có: " + String.join(", ", byId.keySet()));
        }
        return profile;
    }

    /** All profiles, in the order of the file. */
    public List<QualityProfile> all() {
        return List.copyOf(byId.values());
    }

    private static String where(Path yaml, JacksonException wrong) {
        String key = wrong instanceof DatabindException deep ? " (" + deep.getPathReference() + ")" : "";
        TokenStreamLocation at = wrong.getLocation();
        String where = at == null ? "" : ", dòng " + at.getLineNr() + ", cột " + at.getColumnNr();
        return yaml.getFileName() + where + ": " + wrong.getOriginalMessage() + key;
    }

    private record ProfileFile(
            @JsonProperty(required = true) List<QualityProfile> profiles) {}
}
