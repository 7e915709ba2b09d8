package vn.sohoa.signing.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * Answers on disk, so that a night without network can be worked through. Each is signed by its issuer and judged anew whenever
 * it is used: the folder is a memory, not a source of trust. The answer before the last is kept too, since the last may be
 * anything. Beside each lies its question, so that it can be asked again.
 */
public final class AnswerFolder {
    private static final String ANSWER = ".der";
    private static final String EARLIER = ".old";
    private static final String QUESTION = ".ask";

    private final Path folder;
    private final boolean empty;

    public AnswerFolder(Path folder) {
        this(folder, false);
    }

    private AnswerFolder(Path folder, boolean empty) {
        this.folder = folder;
        this.empty = empty;
    }

    /** Nothing lies ready. */
    public static AnswerFolder none() {
        return new AnswerFolder(Path.of(""), true);
    }

    /** The last answer and the one before; none, one or two. */
    public List<byte[]> answers(Question.Kind kind, Sha256 key) {
        List<byte[]> found = new ArrayList<>();
        if (empty) {
            return found;
        }
        for (String ending : List.of(ANSWER, EARLIER)) {
            Path file = file(kind, key, ending);
            try {
                if (Files.isRegularFile(file)) {
                    found.add(Files.readAllBytes(file));
                }
            } catch (IOException gone) {
                // replaced at this moment, or not readable: unknown, and asked again
            }
        }
        return found;
    }

    /** Keeps an answer. Gives whether it says anything new. */
    boolean put(Question question, byte[] answer) {
        List<byte[]> before = answers(question.kind(), question.key());
        boolean fresh = before.isEmpty() || !Arrays.equals(before.get(0), answer);
        try {
            make();
            if (fresh) {
                Path file = file(question.kind(), question.key(), ANSWER);
                if (Files.exists(file)) {
                    Files.copy(
                            file, file(question.kind(), question.key(), EARLIER), StandardCopyOption.REPLACE_EXISTING);
                }
                write(file, answer);
            }
            write(file(question.kind(), question.key(), QUESTION), written(question));
            return fresh;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }

    /** Somebody wanted to know again: the answer goes on being refreshed. */
    void wanted(Question question, Instant now) {
        try {
            Path file = file(question.kind(), question.key(), QUESTION);
            if (Files.exists(file)) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }

    /** Questions that have answers and were asked since. */
    List<Question> asked(Instant since) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Question> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(QUESTION)).sorted().toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(since)) {
                    read(file).ifPresent(questions::add);
                }
            }
            return questions;
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, folder.toString(), cannot);
        }
    }

    private void make() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Path file(Question.Kind kind, Sha256 key, String ending) {
        return folder.resolve(kind.name().toLowerCase(Locale.ROOT) + "-" + key.hex() + ending);
    }

    private void write(Path file, byte[] bytes) throws IOException {
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] written(Question question) {
        return String.join(
                        "\n",
                        question.kind().name(),
                        question.about().hex(),
                        question.key().hex(),
                        question.address(),
                        Base64.getEncoder().encodeToString(question.body()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Question> read(Path file) throws IOException {
        String[] lines = Files.readString(file).split("\n", -1);
        try {
            return lines.length == 5
                    ? Optional.of(new Question(
                            Question.Kind.valueOf(lines[0]),
                            new Sha256(lines[1]),
                            new Sha256(lines[2]),
                            lines[3],
                            Base64.getDecoder().decode(lines[4])))
                    : Optional.empty();
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
