package vn.sohoa.extraction;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Reads {@code types.yml} and the files in {@code types/}, one for each kind of paper, strictly: an unknown or doubled key, a set that is
 * not there, a pattern that does not compile is a fault with file and line.
 */
final class TypesReader {
    static final String FILE = "types.yml";
    static final String FOLDER = "types";

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // a flag left out is "no"
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private TypesReader() {}

    static TypesFile read(Path referenceFolder) {
        Path shared = referenceFolder.resolve(FILE);
        TypesFile file = one(shared, TypesFile.class);
        if (!file.types().isEmpty()) {
            throw fault(shared, "types:", "kinds of paper stand in files of their own in " + FOLDER + "/");
        }
        List<TypesFile.TypeRule> types = new ArrayList<>();
        for (Path kind : kinds(referenceFolder.resolve(FOLDER))) {
            TypesFile.TypeRule type = one(kind, TypesFile.TypeRule.class);
            check(type, file, kind);
            types.add(type);
        }
        return file.with(types);
    }

    private static List<Path> kinds(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw invalid(folder + ": " + fault.getClass().getSimpleName(), fault);
        }
    }

    private static <T> T one(Path file, Class<T> form) {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return MAPPER.readValue(text, form);
        } catch (JacksonException fault) {
            throw invalid(place(fault, file) + ": " + fault.getOriginalMessage(), fault);
        } catch (IOException fault) {
            throw invalid(file + ": " + fault.getClass().getSimpleName(), fault);
        }
    }

    private static String place(JacksonException fault, Path file) {
        int reached = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
        return fault instanceof UnrecognizedPropertyException unknown
                ? place(file, unknown.getPropertyName() + ":", reached)
                : file + ":" + reached;
    }

    /** File and line of a key: the last line with it up to where the parser has got to, often a line further. */
    private static String place(Path file, String key, int reached) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int line = Math.min(reached, lines.size()); line > 0; line--) {
                if (lines.get(line - 1).contains(key)) {
                    return file + ":" + line;
                }
            }
            return file + ":" + Math.min(reached, lines.size());
        } catch (IOException gone) {
            return file.toString();
        }
    }

    /** What the form cannot say: a code as the file's name, sets that exist, patterns that compile, required fields that are read. */
    private static void check(TypesFile.TypeRule type, TypesFile file, Path kind) {
        String name = type.code().toLowerCase(Locale.ROOT).replace('_', '-') + ".yml";
        if (!kind.endsWith(name)) {
            throw fault(kind, "code:", "kind " + type.code() + " belongs into " + name);
        }
        List<TypesFile.FieldRule> fields = new ArrayList<>(type.fields());
        for (String set : type.use()) {
            List<TypesFile.FieldRule> shared = file.fieldSets().get(set);
            if (shared == null) {
                throw fault(kind, set, type.code() + ": no field set " + set);
            }
            fields.addAll(shared);
        }
        fields.forEach(field -> {
            checkPattern(kind, field, field.pattern());
            checkPattern(kind, field, field.usual());
        });
        for (String required : type.required()) {
            if (fields.stream().noneMatch(field -> field.name().equals(required))) {
                throw fault(kind, required, type.code() + ": required field " + required + " is not read");
            }
        }
    }

    private static void checkPattern(Path kind, TypesFile.FieldRule field, @Nullable String pattern) {
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException fault) {
                throw fault(kind, pattern, field.name() + ": " + fault.getDescription());
            }
        }
    }

    private static DigitisationException fault(Path file, String key, String what) {
        return new DigitisationException(
                Problem.CONFIGURATION_INVALID, place(file, key, Integer.MAX_VALUE) + ": " + what);
    }

    static DigitisationException invalid(String detail, Throwable cause) {
        return new DigitisationException(Problem.CONFIGURATION_INVALID, detail, cause);
    }
}
