package vn.sohoa.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reader and its native libraries print: taken off their hands so that they never wait, and logged up to a bound. */
final class ReaderOutput {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderOutput.class);
    private static final int MAX_LOGGED_BYTES = 64 * 1024;

    private ReaderOutput() {}

    static void drain(Process process) {
        Thread thread = new Thread(() -> drain(process.getInputStream(), process.pid()), "reader-output");
        thread.setDaemon(true);
        thread.start();
    }

    private static void drain(InputStream in, long pid) {
        byte[] buffer = new byte[4096];
        int logged = 0;
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (logged < MAX_LOGGED_BYTES && LOG.isDebugEnabled()) {
                    String text = new String(buffer, 0, read, StandardCharsets.UTF_8);
                    LOG.debug(
                            "Reader {}: {}",
                            pid,
                            text.replaceAll("\\p{Cntrl}+", " ").strip());
                }
                logged = Math.min(MAX_LOGGED_BYTES, logged + read);
            }
        } catch (IOException e) {
            LOG.debug("Output of reader {} ended: {}", pid, e.toString());
        }
    }
}
