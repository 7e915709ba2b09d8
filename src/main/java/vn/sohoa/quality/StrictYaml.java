package vn.sohoa.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Reads a file of reference data: an unknown key, a missing value or one that makes no sense is refused with its place. */
final class StrictYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictYaml() {}

    /** @throws DigitisationException CONFIGURATION_INVALID with file, line and column */
    static <T> T read(Path yaml, Class<T> type) {
        if (!Files.isRegularFile(yaml)) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.getFileName() + ": không tìm thấy");
        }
        try {
            return YAML.readValue(yaml, type);
        } catch (JacksonException wrong) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, where(yaml, wrong), wrong);
        }
    }

    /** The last line that holds it, from 1; 0 if none does. */
    static int lineWith(Path yaml, String text) {
        try {
            List<String> lines = Files.readAllLines(yaml);
            for (int i = lines.size(); i > 0; i--) {
                if (lines.get(i - 1).contains(text)) {
                    return i;
                }
            }
            return 0;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.toString(), cannot);
        }
    }

    private static String where(Path yaml, JacksonException wrong) {
        String key = wrong instanceof DatabindException deep ? " (" + deep.getPathReference() + ")" : "";
        TokenStreamLocation at = wrong.getLocation();
        String where = at == null ? "" : ", dòng " + at.getLineNr() + ", cột " + at.getColumnNr();
        return yaml.getFileName() + where + ": " + wrong.getOriginalMessage() + key;
    }
}
