package vn.sohoa.codes;

import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Strict reading of the reference data that a records officer may edit. */
final class ReferenceYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ReferenceYaml() {}

    static <T> T read(Path yaml, Class<T> type) {
        if (!Files.isRegularFile(yaml)) {
            throw fault(yaml, "không tìm thấy");
        }
        try {
            T value = YAML.readValue(yaml, type);
            if (value == null) {
                throw fault(yaml, "tệp rỗng");
            }
            return value;
        } catch (JacksonException wrong) {
            String key = wrong instanceof DatabindException deep ? " (" + deep.getPathReference() + ")" : "";
            TokenStreamLocation at = wrong.getLocation();
            String where = at == null ? "" : ", dòng " + at.getLineNr() + ", cột " + at.getColumnNr();
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    yaml.getFileName() + where + ": " + wrong.getOriginalMessage() + key,
                    wrong);
        }
    }

    static DigitisationException fault(Path yaml, String what) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.getFileName() + ": " + what);
    }
}
