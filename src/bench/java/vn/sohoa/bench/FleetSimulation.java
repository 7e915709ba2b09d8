package vn.sohoa.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * One night of one fleet as discrete events: papers of many units, four legal steps one after the other, partitions handed out by
 * a leader who looks twice a second, hands that read, one chain of history that all commits go through, workers that die. Times
 * are those of scale.md; the same seed gives the same night. Prints Markdown tables. {@code FleetSimulation [seed]}
 */
public final class FleetSimulation {
    private static final double WINDOW = 8.5 * 3600;
    private static final double POLL = 0.5;
    private static final double LEASE = 45;
    private static final int PROVINCES = 34;

    /**
     * A fleet and its night.
     *
     * @param pages of the night
     * @param hands readers of all workers together
     * @param size papers of a partition
     * @param commit seconds that the chain of history is held for one outcome
     * @param handOut seconds of the leader for one partition
     * @param deaths of workers an hour, each with two hands
     */
    private record Night(int pages, int hands, int size, double commit, double handOut, double deaths) {
        Night hands(int other) {
            return new Night(pages, other, size, commit, handOut, deaths);
        }

        Night size(int other) {
            return new Night(pages, hands, other, commit, handOut, deaths);
        }

        Night deaths(double other) {
            return new Night(pages, hands, size, commit, handOut, other);
        }

        Night commit(double other) {
            return new Night(pages, hands, size, other, handOut, deaths);
        }
    }

    /** @param stored when each paper was stored, in seconds after ten in the evening, sorted */
    private record Morning(double end, double busy, double[] stored, double lost, double chain) {
        double quantile(double q) {
            return stored[(int) Math.min(stored.length - 1, Math.round(q * stored.length))];
        }
    }

    // measured, see scale.md: seconds of one core for a page (capture, extract, code, store), and the constant part of a paper
    private static final double[] PER_PAGE = {0.32, 0.80, 0.0, 0.18};
    private static final double[] PER_PAPER = {0.02, 0.02, 0.015, 0.02};
    private static final double SPREAD = 0.6; // of the logarithm of a paper's time
    private static final double PAGES_A_PAPER = 2.0;
    private static final int EXTRACT = 1;
    private static final int CODE = 2;

    private final Random random;
    private final Night night;
    private final int papers;
    private final int[] pages;
    private final double[] ready;

    private FleetSimulation(Night night, long seed) {
        this.night = night;
        this.random = new Random(seed);
        this.papers = (int) Math.round(night.pages() / PAGES_A_PAPER);
        this.pages = new int[papers];
        this.ready = new double[papers];
        for (int i = 0; i < papers; i++) {
            pages[i] = 1 + (int) Math.min(60, Math.floor(-Math.log(1 - random.nextDouble()) * (PAGES_A_PAPER - 0.5)));
        }
    }

    /** Time of one step of one paper: the measured mean with a log-normal spread of mean 1. */
    private double service(int step, int paper) {
        double noise = Math.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
        return PER_PAPER[step] + PER_PAGE[step] * pages[paper] * noise;
    }

    /** A hand that is free, or through with a paper, at some time. */
    private static final class Hand implements Comparable<Hand> {
        double at;
        int paper;
        int last;
        boolean working;

        Hand(double at) {
            this.at = at;
        }

        @Override
        public int compareTo(Hand other) {
            return Double.compare(at, other.at);
        }
    }

    private Morning run() {
        double now = 0;
        double busy = 0;
        double lost = 0;
        double chainHeld = 0;
        for (int step = 0; step < PER_PAGE.length; step++) {
            if (step == CODE) {
                now += papers * (PER_PAPER[CODE] + night.commit()); // the leader alone
                chainHeld += papers * night.commit();
                continue;
            }
            double[] ended = step(step, now);
            now = ended[0];
            busy += ended[1];
            lost += ended[2];
            chainHeld += ended[3];
        }
        Arrays.sort(ready);
        return new Morning(now, busy, ready, lost, chainHeld / now);
    }

    /** One parallel step; gives its end, the seconds that hands were busy, those lost by deaths, those the chain was held. */
    private double[] step(int step, double begin) {
        PriorityQueue<Hand> hands = new PriorityQueue<>();
        for (int hand = 0; hand < night.hands(); hand++) {
            hands.add(new Hand(begin));
        }
        Leader leader = new Leader(begin);
        double chain = begin;
        double busy = 0;
        double lost = 0;
        double held = 0;
        double end = begin;
        double death = begin + untilDeath();
        while (!hands.isEmpty()) {
            Hand hand = hands.poll();
            if (hand.working) { // this paper is done: its outcome goes through the chain
                chain = Math.max(chain, hand.at) + night.commit();
                held += night.commit();
                hand.at = chain;
                ready[hand.paper++] = chain;
                end = Math.max(end, chain);
                hand.working = hand.paper < hand.last;
            }
            if (!hand.working && !leader.give(hand)) {
                if (leader.hasMore()) {
                    hand.at = Math.max(hand.at + 0.01, leader.looks);
                    hands.add(hand);
                }
                continue;
            }
            double time = service(step, hand.paper);
            busy += time;
            if (hand.at + time > death) { // the worker dies with this paper in hand; another takes it after the lease
                lost += Math.max(0, death - hand.at);
                hand.at = Math.max(hand.at, death) + LEASE;
                death = hand.at + untilDeath();
            }
            hand.at += time;
            hands.add(hand);
        }
        return new double[] {end, busy, lost, held};
    }

    /** Keeps the queue filled: looks twice a second, and fills it up when half is taken. */
    private final class Leader {
        private final Deque<double[]> open = new ArrayDeque<>();
        private final int most = Math.max(16, 2 * night.hands());
        private double looks;
        private int next;

        Leader(double begin) {
            looks = begin;
        }

        boolean hasMore() {
            return next < papers || !open.isEmpty();
        }

        boolean give(Hand hand) {
            while (looks <= hand.at && next < papers) {
                look();
            }
            double[] partition = open.peek();
            if (partition == null || partition[0] > hand.at) {
                return false;
            }
            open.poll();
            hand.paper = (int) partition[1];
            hand.last = (int) partition[2];
            hand.working = true;
            return true;
        }

        private void look() {
            double at = looks;
            if (open.size() <= most / 2) {
                for (; open.size() < most && next < papers; next += night.size()) {
                    at += night.handOut();
                    open.add(new double[] {at, next, Math.min(papers, next + night.size())});
                }
            }
            looks = Math.max(looks + POLL, at + POLL);
        }
    }

    private double untilDeath() {
        return night.deaths() == 0 ? Double.MAX_VALUE : -Math.log(1 - random.nextDouble()) * 3600 / night.deaths();
    }

    private static Morning night(Night night, long seed) {
        return new FleetSimulation(night, seed).run();
    }

    /** The fewest hands whose night ends within the window. */
    private static int least(Night night, long seed) {
        int low = 1;
        int high = 512;
        while (low < high) {
            int middle = (low + high) / 2;
            if (night(night.hands(middle), seed).end() <= WINDOW) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** @param arguments the seed, 1 if none is given */
    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        double commit = Double.parseDouble(System.getProperty("commit", "0.004"));
        Night usual = new Night(45_000, 4, 10, commit, 0.02, 0.1);
        provinces(usual, seed);
        sizes(new Night(45_000, 4, 10, commit, 0.02, 0), seed);
        deaths(usual, seed);
        oneFleet(seed, commit);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    private static void provinces(Night usual, long seed) {
        say("| pages a night | cores needed | ends after, h | half stored after, h | 95 %% after, h | hands busy | chain busy |");
        say("|---|---|---|---|---|---|---|");
        int all = 0;
        Random sizes = new Random(seed);
        for (int province = 0; province < PROVINCES; province++) {
            int pages = 10_000 + (int) Math.round(70_000.0 * sizes.nextDouble());
            all += least(new Night(pages, 1, 10, usual.commit(), 0.02, 0.1), seed + province);
        }
        for (int pages : new int[] {10_000, 20_000, 45_000, 80_000}) {
            Night night = new Night(pages, 1, 10, usual.commit(), 0.02, 0.1);
            line(night.hands(least(night, seed)), seed, pages + "");
        }
        say("%nAll %d provinces, each on a fleet of its own: %d cores.%n", PROVINCES, all);
    }

    private static void line(Night night, long seed, String name) {
        Morning m = night(night, seed);
        say("| %s | %d | %.2f | %.2f | %.2f | %.0f %% | %.1f %% |", name, night.hands(), m.end() / 3600,
                m.quantile(0.5) / 3600, m.quantile(0.95) / 3600, 100 * m.busy() / (m.end() * night.hands()),
                100 * m.chain());
    }

    private static void sizes(Night night, long seed) {
        double least = Double.MAX_VALUE;
        say("| papers of a partition | ends after, h | more than the best |");
        say("|---|---|---|");
        int[] all = {1, 3, 10, 30, 100, 300, 1000};
        double[] ends = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            ends[i] = night(night.hands(16).size(all[i]), seed).end();
            least = Math.min(least, ends[i]);
        }
        for (int i = 0; i < all.length; i++) {
            say("| %d | %.3f | %.2f %% |", all[i], ends[i] / 3600, 100 * (ends[i] / least - 1));
        }
        say("");
    }

    private static void deaths(Night night, long seed) {
        say("| deaths of a worker an hour | ends after, h | hand-seconds lost |");
        say("|---|---|---|");
        for (double deaths : new double[] {0, 1, 10, 60}) {
            Morning m = night(night.deaths(deaths), seed);
            say("| %.0f | %.2f | %.0f |", deaths, m.end() / 3600, m.lost());
        }
        say("");
    }

    /** All provinces on one installation: where the serial parts end it. */
    private static void oneFleet(long seed, double commit) {
        say("| 1.53 M pages, one fleet | cores | ends after, h | half stored after, h | 95 %% after, h | hands busy | chain busy |");
        say("|---|---|---|---|---|---|---|");
        Night night = new Night(1_530_000, 96, 10, commit, 0.02, 1);
        for (double c : new double[] {commit, 0.015}) {
            for (int hands : new int[] {96, 128, 192}) {
                Night n = night.hands(hands).commit(c);
                line(n, seed, String.format(Locale.ROOT, "commit %.1f ms |", 1000 * c).replace("|", "").strip());
            }
        }
        say("");
        say("Pages in extraction take %.2f s; papers have %.1f pages on average.", PER_PAGE[EXTRACT], PAGES_A_PAPER);
    }
}
