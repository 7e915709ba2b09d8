package vn.sohoa.cli;

import java.io.PrintWriter;
import java.util.function.Consumer;
import vn.sohoa.job.RunProgress;

/** Progress on standard error: one line kept up to date on a terminal, a plain line every 30 s elsewhere. */
final class ProgressLine implements Consumer<RunProgress> {
    private static final long EVERY_NANOS = 30_000_000_000L;

    private final PrintWriter out;
    private final boolean terminal;
    private long last = System.nanoTime();
    private boolean shown;

    private ProgressLine(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static ProgressLine to(PrintWriter out) {
        // System.console() says nothing about standard error from JDK 22 on; the launcher looks with test -t
        return new ProgressLine(out, Boolean.getBoolean("sohoa.terminal"));
    }

    @Override
    public synchronized void accept(RunProgress now) {
        String text = "%s %d/%d · %.0f trang/phút%s"
                .formatted(now.step(), now.done(), now.total(), now.pagesPerMinute(), left(now));
        if (terminal) {
            out.print("\r\u001b[K" + text);
            out.flush();
            shown = true;
        } else if (System.nanoTime() - last > EVERY_NANOS) {
            out.println(text);
            last = System.nanoTime();
        }
    }

    private static String left(RunProgress now) {
        return now.secondsLeft() < 1 ? "" : " · còn %d:%02d".formatted(now.secondsLeft() / 60, now.secondsLeft() % 60);
    }

    /** The last word: the line is left as it is. */
    synchronized void end() {
        if (shown) {
            out.println();
        }
    }
}
