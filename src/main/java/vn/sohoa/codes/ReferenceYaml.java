package vn.sohoa.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
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
            String where = at == null ? "" : ", dòng " + line(yaml, wrong, at.getLineNr());
            throw new DigitisationException(
                    Problem.CONFIGURATION_INVALID,
                    yaml.getFileName() + where + ": " + wrong.getOriginalMessage() + key,
                    wrong);
        }
    }

    /** A fault that the form of the file does not show, with the first line that holds the word at fault. */
    static DigitisationException fault(Path yaml, String word, String what) {
        int line = line(yaml, word);
        String where = line == 0 ? "" : ", dòng " + line;
        return new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.getFileName() + where + ": " + what);
    }

    /** Of an unknown key the last line with it up to where the parser has got to, which is often a line further. */
    private static int line(Path yaml, JacksonException wrong, int reached) {
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            List<String> lines = lines(yaml);
            for (int line = Math.min(reached, lines.size()); line > 0; line--) {
                if (lines.get(line - 1).contains(unknown.getPropertyName() + ":")) {
                    return line;
                }
            }
        }
        return reached;
    }

    private static int line(Path yaml, String word) {
        List<String> lines = lines(yaml);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(word) && !lines.get(i).stripLeading().startsWith("#")) {
                return i + 1;
            }
        }
        return 0;
    }

    private static List<String> lines(Path yaml) {
        try {
            return Files.readAllLines(yaml);
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static DigitisationException fault(Path yaml, String what) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, yaml.getFileName() + ": " + what);
    }
}
