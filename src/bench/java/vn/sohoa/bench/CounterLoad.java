package vn.sohoa.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.search.IndexedDocument;

/**
 * Asks a running house through its API as officers do who are signed in, at fixed times whatever the answers take (open loop): a time
 * counts from when the question was due. Half of the questions search, half ask whether a paper may be used again.
 */
final class CounterLoad {
    private static final int QUESTIONS = 4_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int GONE = 599;
    private static final double CALM_MILLIS = 150;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> searches = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();

    private record Session(String cookie, String mark) {}

    /** What became of the questions of one phase; nanoseconds from the time they were due. */
    record Answers(int rate, int seconds, long[] nanos, int[] status) {

        /** @param kind 0 searches, 1 checks */
        double percentile(int kind, double percent) {
            long[] some = IntStream.range(0, nanos.length).filter(i -> i % 2 == kind && status[i] == 200)
                    .mapToLong(i -> nanos[i]).sorted().toArray();
            return some.length == 0 ? Double.NaN : some[(int) Math.min(some.length - 1, some.length * percent / 100)] / 1e6;
        }

        long count(int from, int to) {
            return Arrays.stream(status).filter(code -> code >= from && code <= to).count();
        }

        /** The second after which all were answered well, half of them within 150 ms; -1: none. */
        int calmAfter() {
            int calm = seconds;
            while (calm > 0 && isCalm(calm - 1)) {
                calm--;
            }
            return calm == seconds ? -1 : calm;
        }

        private boolean isCalm(int second) {
            int[] some = IntStream.range(second * rate, (second + 1) * rate).toArray();
            long[] times = Arrays.stream(some).mapToLong(i -> nanos[i]).sorted().toArray();
            return Arrays.stream(some).allMatch(i -> status[i] == 200) && times[times.length / 2] < CALM_MILLIS * 1e6;
        }
    }

    CounterLoad(String address, CounterArchive archive, int documents) {
        this.address = address;
        Random random = new Random(11);
        JsonMapper json = JsonMapper.shared();
        for (int i = 0; i < QUESTIONS; i++) {
            int number = random.nextInt(documents);
            searches.add(json.writeValueAsString(search(i, archive.paper(number), random)));
            checks.add(json.writeValueAsString(Map.of("owner", CounterArchive.owner(number), "type",
                    CounterArchive.kind(number), "procedure", "1.004873", "purpose", "đo tải")));
        }
    }

    private static Map<String, Object> search(int i, IndexedDocument paper, Random random) {
        String[] text = paper.pages().get(0).split("[ .]+");
        int at = random.nextInt(text.length - 3);
        String words = text[at] + " " + text[at + 1] + " " + text[at + 2];
        return switch (i % 5) {
            case 0 -> Map.of("words", words);
            case 1 -> Map.of("words", fold(words));
            case 2 -> Map.of("words", fold(paper.pages().get(0).split("\\.")[0] + " " + paper.ownerName()));
            case 3 -> Map.of("words", paper.codes().get(0));
            default -> Map.of("words", text[at], "type", paper.type(), "from", "2010-01-01");
        };
    }

    private static String fold(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'D');
    }

    /** Signs accounts in, each in a session of its own. */
    void signIn(int accounts) throws IOException, InterruptedException {
        for (int i = 0; i < accounts; i++) {
            HttpResponse<String> form = get("/dang-nhap", "");
            HttpResponse<String> in = client.send(HttpRequest.newBuilder(URI.create(address + "/dang-nhap"))
                    .header("Cookie", cookie(form))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + mark(form) + "&name=" + CounterArchive.account(i)
                            + "&password=" + URLEncoder.encode(CounterArchive.PASSWORD, StandardCharsets.UTF_8)))
                    .build(), HttpResponse.BodyHandlers.ofString());
            if (in.statusCode() != 302) {
                throw new IOException("not let in: " + in.statusCode());
            }
            sessions.add(new Session(cookie(in), mark(get("/", cookie(in)))));
        }
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("SOHOA=")).map(each -> each.split(";")[0]).findFirst().orElseThrow();
    }

    private static String mark(HttpResponse<String> page) {
        Matcher found = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("no form on the page: " + page.statusCode());
        }
        return found.group(1);
    }

    /** One question of its own. */
    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return client.send(request(sessions.get(0), path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(Session session, String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", session.cookie())
                .header("X-CSRF-TOKEN", session.mark())
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** So many questions a second, for so long; waits for the last answer. */
    Answers ask(int rate, int seconds) throws InterruptedException {
        int all = rate * seconds;
        Answers answers = new Answers(rate, seconds, new long[all], new int[all]);
        CountDownLatch open = new CountDownLatch(all);
        long begin = System.nanoTime();
        for (int i = 0; i < all; i++) {
            long due = begin + (long) (i * 1e9 / rate);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            int at = i;
            Session session = sessions.get(i % sessions.size());
            HttpRequest question = i % 2 == 0
                    ? request(session, "/api/v1/search", searches.get(i / 2 % QUESTIONS))
                    : request(session, "/api/v1/reuse/check", checks.get(i / 2 % QUESTIONS));
            client.sendAsync(question, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
                answers.nanos()[at] = System.nanoTime() - due;
                answers.status()[at] = failure == null ? answer.statusCode() : GONE;
                open.countDown();
            });
        }
        open.await(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
        return answers;
    }
}
