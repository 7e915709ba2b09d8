package vn.sohoa.extraction;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
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
            return checked(MAPPER.readValue(text, TypesFile.class), file);
        } catch (JacksonException fault) {
            throw invalid(place(fault, file) + ": " + fault.getOriginalMessage(), fault);
        } catch (IOException fault) {
            throw invalid(file + ": " + fault.getClass().getSimpleName(), fault);
        }
    }

    private static String place(JacksonException fault, Path file) {
        try {
            return file + ":" + line(fault, file);
        } catch (IOException gone) {
            return file.toString();
        }
    }

    /** Of the key that is wrong: the last line with it up to where the parser has got to, often a line further. */
    private static int line(JacksonException fault, Path file) throws IOException {
        int reached = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
        if (fault instanceof UnrecognizedPropertyException unknown) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int line = Math.min(reached, lines.size()); line > 0; line--) {
                if (lines.get(line - 1).contains(unknown.getPropertyName() + ":")) {
                    return line;
                }
            }
        }
        return reached;
    }

    /** What the form cannot say: codes once, sets that exist, patterns that compile, required fields that are read. */
    private static TypesFile checked(TypesFile types, Path file) {
        List<String> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (TypesFile.TypeRule type : types.types()) {
            if (!codes.add(type.code())) {
                faults.add("kind " + type.code() + " stands twice");
            }
            List<TypesFile.FieldRule> fields = new ArrayList<>(type.fields());
            for (String set : type.use()) {
                List<TypesFile.FieldRule> shared = types.fieldSets().get(set);
                if (shared == null) {
                    faults.add(type.code() + ": no field set " + set);
                } else {
                    fields.addAll(shared);
                }
            }
            fields.forEach(field -> checkPattern(type.code(), field, faults));
            type.required().stream()
                    .filter(name -> fields.stream().noneMatch(f -> f.name().equals(name)))
                    .forEach(name -> faults.add(type.code() + ": required field " + name + " is not read"));
        }
        if (!faults.isEmpty()) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, file + ": " + String.join("; ", faults));
        }
        return types;
    }

    private static void checkPattern(String type, TypesFile.FieldRule field, List<String> faults) {
        if (field.pattern() != null) {
            try {
                Pattern.compile(field.pattern());
            } catch (PatternSyntaxException fault) {
                faults.add(type + "." + field.name() + ": " + fault.getDescription());
            }
        }
    }

    static DigitisationException invalid(String detail, Throwable cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, detail, cause);
    }
}
