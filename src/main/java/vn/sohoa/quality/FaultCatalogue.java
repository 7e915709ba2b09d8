package vn.sohoa.quality;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;

/**
 * The catalogue of faults (danh mục lỗi; Circular 05/2025/TT-BNV, Article 9.5a; R-15) of {@code jobs/reference/faults.yml}, which
 * a records officer may edit and prints as the checking guide.
 *
 * @param version rises with every change
 * @param validFrom first day of this version
 * @param source the norms
 * @param scan faults of the picture
 * @param cataloguing faults of what was written about it
 */
public record FaultCatalogue(
        int version,
        @JsonProperty(required = true) LocalDate validFrom,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) List<FaultEntry> scan,
        @JsonProperty(required = true) List<FaultEntry> cataloguing) {

    public FaultCatalogue {
        scan = List.copyOf(scan);
        cataloguing = List.copyOf(cataloguing);
        QualityProfile.require(version >= 1, "version", version);
    }

    /**
     * Reads the catalogue strictly. Every fault that the machine finds must be explained.
     *
     * @throws DigitisationException CONFIGURATION_INVALID with file and line
     */
    public static FaultCatalogue load(Path yaml) {
        FaultCatalogue catalogue = StrictYaml.read(yaml, FaultCatalogue.class);
        Set<String> codes = new HashSet<>();
        for (FaultEntry entry : Stream.concat(catalogue.scan.stream(), catalogue.cataloguing.stream())
                .toList()) {
            if (!codes.add(entry.code())) {
                throw wrong(yaml, StrictYaml.lineWith(yaml, "code: " + entry.code() + ","), "hai lần " + entry.code());
            }
        }
        for (Problem problem : Problem.values()) {
            if (PageFault.isOne(problem) && !codes.contains(problem.name())) {
                throw wrong(yaml, 1, "thiếu " + problem);
            }
        }
        return catalogue;
    }

    private static DigitisationException wrong(Path yaml, int line, String what) {
        return new DigitisationException(
                Problem.CONFIGURATION_INVALID, yaml.getFileName() + ", dòng " + line + ": " + what);
    }
}
