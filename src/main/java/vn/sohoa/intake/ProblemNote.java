package vn.sohoa.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/** The {@code .problem.json} that tells a sender what to mend. */
final class ProblemNote {
    static final String FILE_NAME = ".problem.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ProblemNote() {}

    /** Leaves a note that says the same already as it is, so that looking twice changes nothing. */
    static void write(Path root, Refusal refusal) throws IOException {
        Path note = place(root, refusal.folder());
        byte[] bytes = JSON.writeValueAsBytes(content(refusal));
        boolean same = Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)
                && Files.size(note) == bytes.length
                && Arrays.equals(ManifestReader.bytes(note), bytes);
        if (!same) {
            Durable.write(note, bytes);
        }
    }

    private static Path place(Path root, Path refused) {
        if (Files.isDirectory(refused, LinkOption.NOFOLLOW_LINKS)) {
            return refused.resolve(FILE_NAME);
        }
        String name = Sha256.of(Names.of(refused).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 12);
        return root.resolve("." + name + FILE_NAME);
    }

    private static Map<String, Object> content(Refusal refusal) {
        Problem problem = refusal.problem();
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("problem", problem.name());
        note.put("message", texts(problem.message(Language.VI), problem.message(Language.EN)));
        note.put("remedy", texts(problem.remedy(Language.VI), problem.remedy(Language.EN)));
        note.put("detail", refusal.detail());
        return note;
    }

    private static Map<String, String> texts(String vietnamese, String english) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("vi", vietnamese);
        texts.put("en", english);
        return texts;
    }
}
