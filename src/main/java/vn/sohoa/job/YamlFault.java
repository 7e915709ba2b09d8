package vn.sohoa.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a file of settings is wrong: file, line and key. */
final class YamlFault {
    private YamlFault() {}

    static String sentence(Path file, JacksonException fault) {
        String key = fault.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return file + ":" + line(file, fault) + ": " + (key.isEmpty() ? "" : key + ": ") + fault.getOriginalMessage();
    }

    /** An unknown key is reported only when the whole file has been read, so its line is looked up. */
    private static String line(Path file, JacksonException fault) {
        TokenStreamLocation at = fault.getLocation();
        String end = at == null ? "?" : String.valueOf(at.getLineNr());
        if (!(fault instanceof UnrecognizedPropertyException unknown)) {
            return end;
        }
        Pattern key = Pattern.compile("\\s*[\"']?" + Pattern.quote(unknown.getPropertyName()) + "[\"']?\\s*:.*");
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (key.matcher(lines.get(i)).matches()) {
                    return String.valueOf(i + 1);
                }
            }
            return end;
        } catch (IOException gone) {
            return end;
        }
    }
}
