package vn.sohoa.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** The quality profiles of {@code jobs/reference/quality-profiles.yml}, which a records officer may edit. */
public final class QualityProfiles {
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
        ProfileFile file = StrictYaml.read(yaml, ProfileFile.class);
        Map<String, QualityProfile> byId = new LinkedHashMap<>();
        for (Norm norm : file.profiles()) {
            if (byId.put(norm.id(), profile(yaml, norm, file.limits())) != null) {
                throw new DigitisationException(
                        Problem.CONFIGURATION_INVALID, yaml.getFileName() + ": hai lần " + norm.id());
            }
        }
        return new QualityProfiles(byId);
    }

    private static QualityProfile profile(Path yaml, Norm norm, PageLimits limits) {
        try {
            return norm.with(limits);
        } catch (IllegalArgumentException senseless) {
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    yaml.getFileName() + ", dòng " + StrictYaml.lineWith(yaml, "id: " + norm.id()) + ": "
                            + senseless.getMessage(),
                    senseless);
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

    /** A profile as the file has it. */
    private record Norm(
            String id,
            int version,
            @Nullable LocalDate validFrom,
            String source,
            int minimumDpi,
            @Nullable Integer drawingDpi,
            double dpiTolerancePercent,
            QualityProfile.Colour colour,
            boolean colourHard,
            int minimumColourBits,
            double noteSkewDegrees,
            double maximumSkewDegrees,
            double noteSharpness,
            double minimumSharpness,
            @Nullable Double textAccuracyPercent,
            List<String> containers) {

        QualityProfile with(PageLimits limits) {
            return new QualityProfile(
                    id,
                    version,
                    validFrom,
                    source,
                    minimumDpi,
                    drawingDpi,
                    dpiTolerancePercent,
                    colour,
                    colourHard,
                    minimumColourBits,
                    noteSkewDegrees,
                    maximumSkewDegrees,
                    noteSharpness,
                    minimumSharpness,
                    textAccuracyPercent,
                    containers,
                    limits);
        }
    }

    private record ProfileFile(
            @JsonProperty(required = true) PageLimits limits,
            @JsonProperty(required = true) List<Norm> profiles) {}
}
