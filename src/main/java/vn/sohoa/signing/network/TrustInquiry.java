package vn.sohoa.signing.network;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;

/**
 * Asks on behalf of verifiers, which have no network: hosts of the allow-list alone. Of several questions about one certificate
 * they are asked in their order (OCSP before lists) until one is answered. Whoever does not answer is left alone for a while, so
 * that a night with a dead responder does not wait for it paper by paper. Safe for many threads.
 */
public final class TrustInquiry {
    private static final Logger log = LoggerFactory.getLogger(TrustInquiry.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int SEQUENCE = 0x30;
    private static final int ENUMERATED = 0x0A;

    private final NetworkLoader loader;
    private final NetworkSettings settings;
    private final AnswerFolder answers;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    /** The last time that a question was asked; whoever has the same question meanwhile waits for it. */
    private static final class Attempt {
        private Instant ended = Instant.EPOCH;
        private boolean answered;
    }

    public TrustInquiry(NetworkLoader loader, NetworkSettings settings, AnswerFolder answers, Clock clock) {
        this.loader = loader;
        this.settings = settings;
        this.answers = answers;
        this.clock = clock;
    }

    /** What refreshing brought. @param refused hosts that may not be asked */
    public record Refreshed(int asked, int renewed, int unanswered, int refused) {}

    /**
     * Asks what may be asked.
     *
     * @param since when the verification began that lacked this: what has been answered since is known now
     * @return whether anything is known now that was not known then
     */
    public boolean obtain(List<Question> questions, Instant since) {
        Map<Sha256, List<Question>> about = new LinkedHashMap<>();
        questions.forEach(question -> about.computeIfAbsent(question.about(), each -> new ArrayList<>())
                .add(question));
        boolean more = false;
        for (List<Question> same : about.values()) {
            for (Question question : same) {
                if (ask(question, since)) {
                    more = true;
                    break;
                }
            }
        }
        return more;
    }

    /** Asks anew for everything that was wanted lately, so that a night without network knows the state of the evening. */
    public Refreshed refresh() {
        List<Question> known = answers.asked(clock.instant().minus(settings.keep()));
        attempts.clear();
        List<Result> results = known.stream().map(this::fetch).toList();
        return new Refreshed(
                known.size(),
                count(results, Result.RENEWED),
                count(results, Result.UNANSWERED),
                count(results, Result.REFUSED));
    }

    private static int count(List<Result> results, Result which) {
        return (int) Stream.of(results.toArray()).filter(which::equals).count();
    }

    private enum Result {
        RENEWED,
        SAME,
        UNANSWERED,
        REFUSED
    }

    private boolean ask(Question question, Instant since) {
        answers.wanted(question, clock.instant());
        String what = question.kind() + " " + question.key().hex() + " " + question.address();
        Attempt attempt = attempts.computeIfAbsent(what, each -> new Attempt());
        synchronized (attempt) {
            if (!attempt.ended.isBefore(since)) {
                return attempt.answered;
            }
            if (clock.instant().isBefore(attempt.ended.plus(PAUSE))) {
                return false;
            }
            attempt.answered = fetch(question) == Result.RENEWED;
            attempt.ended = clock.instant();
            return attempt.answered;
        }
    }

    private Result fetch(Question question) {
        String host = "?";
        try {
            URI address = URI.create(question.address());
            host = String.valueOf(address.getHost());
            byte[] answer = bytes(question, address);
            if (!plausible(question.kind(), answer)) {
                log.info("trust: {} of {} is none", question.kind(), host);
                return Result.UNANSWERED;
            }
            return answers.put(question, answer) ? Result.RENEWED : Result.SAME;
        } catch (DigitisationException failure) {
            if (failure.problem() == Problem.STORE_UNAVAILABLE) {
                throw failure;
            }
            log.info("trust: {} of {}: {}", question.kind(), host, failure.problem());
            return failure.problem() == Problem.ADDRESS_NOT_ALLOWED ? Result.REFUSED : Result.UNANSWERED;
        } catch (IllegalArgumentException noAddress) {
            return Result.REFUSED;
        }
    }

    private byte[] bytes(Question question, URI address) {
        return switch (question.kind()) {
            case OCSP ->
                loader.post(address, "application/ocsp-request", question.body(), (int)
                        settings.maxOcsp().toBytes());
            case CRL -> loader.get(address, (int) settings.maxCrl().toBytes());
            case CERTIFICATE ->
                loader.get(address, (int) settings.maxCertificate().toBytes());
        };
    }

    /**
     * Looks at the outermost bytes alone: a page that some gateway answers instead must not take the place of a good answer. What
     * it is worth is found out by the reader that uses it.
     */
    static boolean plausible(Question.Kind kind, byte[] answer) {
        if (kind == Question.Kind.CERTIFICATE) {
            return answer.length > 0;
        }
        if (answer.length < 8 || (answer[0] & 0xFF) != SEQUENCE) {
            return false;
        }
        int first = answer[1] & 0xFF;
        int size = first < 0x80 ? 0 : first - 0x80;
        if (size > 4 || answer.length < 2 + size + 3) {
            return false;
        }
        long length = first < 0x80 ? first : 0;
        for (int i = 0; i < size; i++) {
            length = (length << 8) | (answer[2 + i] & 0xFF);
        }
        int at = 2 + size;
        boolean whole = length == answer.length - at;
        // an OCSP answer begins with its state; 0 is "successful", others are "ask later" and their like
        return whole && (kind != Question.Kind.OCSP || (answer[at] == ENUMERATED && answer[at + 2] == 0));
    }
}
