package vn.sohoa.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.SubmissionBook;
import vn.sohoa.catalog.SubmissionBook.Submission;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.intake.HandIn;

/**
 * Takes a dossier that is handed in over the network, by an officer's page or by another system (nộp hồ sơ), and lays it into the
 * inbox of the nightly job. The same request again, with the same key, is the same dossier: a sender who heard no answer may repeat it.
 */
@Component
public class SubmitDossier {
    /** Name of the manifest among the parts. */
    public static final String MANIFEST = HandIn.MANIFEST;

    private static final String INBOX = "inbox";
    private static final int KEY_SHOWN = 12;

    private final Catalog catalog;
    private final SubmissionBook book;
    private final Path inbox;
    private final Clock clock;

    SubmitDossier(Catalog catalog, SubmissionBook book, WorkflowSettings settings, Clock clock) {
        this.catalog = catalog;
        this.book = book;
        this.inbox = settings.data().resolve(INBOX);
        this.clock = clock;
    }

    /** A file as it arrives; the manifest among them is called {@code dossier.json} (src/docs/dossier.schema.json). */
    public record Part(String name, Bytes bytes) {}

    /** Opens what was sent. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    /** @param repeated whether it had come before */
    public record Submitted(DossierCode dossier, boolean repeated) {}

    /**
     * Hands in one dossier, whole or not at all.
     *
     * @param account who sends it
     * @param key chosen by the sender, one for each dossier
     * @param scope of the account: neither what the manifest says nor what is known of the dossier may lie outside
     * @throws DigitisationException NOT_ALLOWED, KEY_USED, MANIFEST_INVALID, DOSSIER_CODE_INVALID, FILE_MISSING, FILE_REFUSED, STORE_UNAVAILABLE
     */
    public Submitted submit(String account, String key, List<Part> parts, AgencyScope scope) {
        try (HandIn coming = HandIn.into(inbox, clock.instant())) {
            for (Part part : parts) {
                write(coming, part);
            }
            Dossier dossier = coming.check();
            Optional<Dossier> known = CurrentScope.unbounded(() -> catalog.dossier(dossier.code()));
            boolean others =
                    known.map(held -> !scope.sees(held)).orElseGet(() -> scope.sees(dossier) && !book.isFor(dossier));
            if (!scope.sees(dossier) || others) {
                throw new DigitisationException(
                        Problem.NOT_ALLOWED, dossier.code().value());
            }
            Sha256 hash = Sha256.of((account + '\0' + key).getBytes(StandardCharsets.UTF_8));
            Submission kept =
                    book.enter(new Submission(hash, coming.content(), dossier.code(), account, clock.instant()));
            if (!kept.content().equals(coming.content())) {
                throw new DigitisationException(Problem.KEY_USED, kept.dossier().value());
            }
            String folder = dossier.code().value() + "+" + hash.hex().substring(0, KEY_SHOWN);
            boolean repeated = coming.published(folder);
            if (!repeated) {
                coming.publish(folder);
            }
            return new Submitted(dossier.code(), repeated);
        }
    }

    private static void write(HandIn coming, Part part) {
        try (InputStream bytes = part.bytes().open()) {
            coming.file(part.name(), bytes);
        } catch (IOException broken) {
            throw new DigitisationException(Problem.FILE_DAMAGED, part.name(), broken);
        }
    }
}
