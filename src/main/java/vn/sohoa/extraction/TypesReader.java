package vn.sohoa.extraction;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Reads {@code types.yml} strictly: an unknown or doubled key is a fault with file and line. */
final class TypesReader {
    static final String FILE = "types.yml";

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // a flag left out is "no"
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TypesReader() {}

    static TypesFile read(Path referenceFolder) {
        Path file = referenceFolder.resolve(FILE);
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return MAPPER.readValue(text, TypesFile.class);
        } catch (JacksonException fault) {
            int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
            throw invalid(file + ":" + line + ": " + fault.getOriginalMessage(), fault);
        } catch (IOException fault) {
            throw invalid(file + ": " + fault.getClass().getSimpleName(), fault);
        }
    }

    static DigitisationException invalid(String detail, Throwable cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, detail, cause);
    }
}
