package vn.sohoa.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.Language;
import vn.sohoa.workflow.transfer.CopyProgress;

/** Progress of a copy on standard error: one line kept up to date on a terminal, a plain line every 30 s elsewhere. */
final class CopyLine implements Consumer<CopyProgress> {
    private static final long TERMINAL_NANOS = Duration.ofMillis(200).toNanos();
    private static final long PIPE_NANOS = Duration.ofSeconds(30).toNanos();

    private final PrintWriter out;
    private final Language language;
    private final boolean terminal = Boolean.getBoolean("sohoa.terminal");
    private long last = System.nanoTime();
    private CopyProgress.@Nullable Stage stage;
    private boolean shown;

    CopyLine(PrintWriter out, Language language) {
        this.out = out;
        this.language = language;
    }

    @Override
    public synchronized void accept(CopyProgress now) {
        boolean due = System.nanoTime() - last >= (terminal ? TERMINAL_NANOS : PIPE_NANOS);
        if (!due && now.stage() == stage) {
            return;
        }
        stage = now.stage();
        last = System.nanoTime();
        String text = stage(now.stage())
                + (now.done() == 0 ? "" : " " + now.done())
                + (now.total() == 0 ? "" : "/" + now.total());
        if (terminal) {
            out.print("\r\u001b[K" + text);
            out.flush();
            shown = true;
        } else {
            out.println(text);
        }
    }

    private String stage(CopyProgress.Stage stage) {
        boolean vietnamese = language == Language.VI;
        return switch (stage) {
            case OBJECTS -> vietnamese ? "chép tệp" : "copying objects";
            case ROWS -> vietnamese ? "chép dữ liệu" : "copying rows";
            case INDEX -> vietnamese ? "dựng chỉ mục" : "building the index";
            case VERIFY -> vietnamese ? "đọc lại" : "reading back";
            case LOCKS -> vietnamese ? "khóa lưu trữ" : "laying locks";
        };
    }

    /** The last word: the line is left as it is. */
    synchronized void end() {
        if (shown) {
            out.println();
        }
    }
}
