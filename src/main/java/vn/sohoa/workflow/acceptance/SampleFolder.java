package vn.sohoa.workflow.acceptance;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * The folder that the checker gets and gives back: {@code sample.json}, {@code checklist.csv}, what the machine read in
 * {@code read/NNN.txt}; the checker puts what stands on the paper into {@code truth/NNN.txt}. The machine's texts are kept apart:
 * a page that nobody looked at must not pass for a right one.
 */
public final class SampleFolder {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final long LONGEST = 1_000_000;

    private final Path folder;

    public SampleFolder(Path folder) {
        this.folder = folder;
    }

    /** Problems: OUTPUT_EXISTS if a sample is there, STORE_UNAVAILABLE if it cannot be written. */
    public void write(AcceptanceSample sample, DrawSample texts) {
        if (Files.exists(folder.resolve("sample.json"))) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, folder.toString());
        }
        try {
            Files.createDirectories(folder.resolve("read"));
            Files.createDirectories(folder.resolve("truth"));
            StringBuilder list = new StringBuilder("no,unit,dossier,file,page,document,master,read,truth\n");
            for (AcceptanceSample.Drawn page : sample.pages()) {
                String read = texts.read(vn.sohoa.dossier.DocumentId.parse(page.document()), page.page())
                        .orElse("");
                Files.writeString(folder.resolve("read").resolve(page.text()), read + "\n");
                list.append(page.number()).append(',');
                for (String cell : new String[] {page.unit(), page.dossier(), page.file()}) {
                    list.append(cell(cell)).append(',');
                }
                list.append(page.page()).append(',').append(page.document()).append(',');
                list.append(page.master()).append(",read/").append(page.text());
                list.append(",truth/").append(page.text()).append('\n');
            }
            Files.writeString(folder.resolve("checklist.csv"), list);
            Files.writeString(folder.resolve("sample.json"), JSON.writeValueAsString(sample));
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }

    /** Problems: FILE_MISSING, MANIFEST_INVALID. */
    public AcceptanceSample sample() {
        Path file = folder.resolve("sample.json");
        if (!Files.isRegularFile(file)) {
            throw new DigitisationException(Problem.FILE_MISSING, file.toString());
        }
        try {
            return JSON.readValue(file, AcceptanceSample.class);
        } catch (JacksonException wrong) {
            throw new DigitisationException(Problem.MANIFEST_INVALID, file.toString(), wrong);
        }
    }

    /** What the checker found on a page; empty if it was not checked yet. */
    Optional<String> truth(AcceptanceSample.Drawn page) {
        Path file = folder.resolve("truth").resolve(page.text());
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > LONGEST) {
                throw new DigitisationException(Problem.FILE_TOO_LARGE, page.text());
            }
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException notUtf8) {
            throw new DigitisationException(Problem.MANIFEST_INVALID, page.text() + ": UTF-8", notUtf8);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.FILE_MISSING, page.text(), cannot);
        }
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" + text : text).replace("\"", "\"\"") + '"';
    }
}
