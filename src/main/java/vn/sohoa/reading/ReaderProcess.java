package vn.sohoa.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.sohoa.dossier.Problem;
import vn.sohoa.reading.Frames.Frame;
import vn.sohoa.reading.Frames.Kind;
import vn.sohoa.reading.ReaderOrders.Order;
import vn.sohoa.reading.ReaderOrders.Setup;

/** One reader seen from the parent: a child process and the channel to it. For one thread, but {@link #end} for any. */
final class ReaderProcess {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int ACCEPT_SLICE_MILLIS = 200;
    private static final int HELLO_MILLIS = 2_000;
    private static final int BACKLOG = 8;
    private static final long GRACE_SECONDS = 2;

    private final Process process;
    private final Path folder;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final ReaderWatch watch;
    private int files;

    private ReaderProcess(Process process, Path folder, Socket socket, ReadingSettings settings) throws IOException {
        this.process = process;
        this.folder = folder;
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        this.watch = new ReaderWatch(process, settings.residentLimit().toBytes());
    }

    /** Starts a child and waits until it has proven to be it. */
    static ReaderProcess start(ReadingSettings settings, String mainClass) throws IOException {
        Path folder = WorkFolder.create();
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            Process process = ReaderCommand.of(settings, mainClass, folder).start();
            ReaderOutput.drain(process);
            try {
                String token = token();
                try (OutputStream stdin = process.getOutputStream()) {
                    stdin.write((server.getLocalPort() + " " + token + "\n").getBytes(StandardCharsets.US_ASCII));
                }
                ReaderProcess reader = new ReaderProcess(process, folder, accept(server, token, process), settings);
                Frames.write(
                        reader.out, new Frame(Kind.SETUP, 0, Setup.of(settings).write()));
                return reader;
            } catch (IOException e) {
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            WorkFolder.remove(folder);
            throw e;
        }
    }

    private static String token() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** Any program on this machine can call; only the child knows the token. */
    private static Socket accept(ServerSocket server, String token, Process process) throws IOException {
        server.setSoTimeout(ACCEPT_SLICE_MILLIS);
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() - deadline < 0) {
            try {
                Socket caller = server.accept();
                if (knows(caller, token)) {
                    return caller;
                }
                caller.close();
            } catch (SocketTimeoutException e) {
                if (!process.isAlive()) {
                    throw new IOException("reader ended while starting, exit code " + process.exitValue(), e);
                }
            }
        }
        throw new IOException("reader did not call within " + START_LIMIT);
    }

    private static boolean knows(Socket caller, String token) {
        try {
            caller.setTcpNoDelay(true);
            caller.setSoTimeout(HELLO_MILLIS);
            // unbuffered: no byte of the next frame may be swallowed here
            Frame hello = Frames.read(new DataInputStream(caller.getInputStream()), token.length());
            caller.setSoTimeout(0);
            return hello.kind() == Kind.HELLO
                    && MessageDigest.isEqual(hello.body(), token.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException stranger) {
            return false;
        }
    }

    /**
     * Has a file read into {@code answer}.
     *
     * @return why the reader is dead, or empty if the answer is whole
     * @throws ProtocolException if it lies; the caller ends it then
     */
    Optional<Problem> perform(Path file, Answer answer, long fileDeadlineNanos, ReadingSettings settings)
            throws ProtocolException {
        files++;
        long nonce = RANDOM.nextLong();
        long cpuBefore = watch.cpuNanos();
        answer.begin(nonce);
        try {
            Frames.write(out, new Frame(Kind.READ, nonce, new Order(file, answer.rest()).write()));
            while (!answer.finished()) {
                watch.expect(answer.patience(settings), fileDeadlineNanos);
                answer.take(Frames.read(in, answer.room()));
            }
            return Optional.empty();
        } catch (ProtocolException e) {
            throw e;
        } catch (IOException e) {
            return Optional.of(causeOfDeath());
        } finally {
            watch.rest();
            answer.spent(Math.max(0, watch.cpuNanos() - cpuBefore));
        }
    }

    /** Memory over has two faces: our own watch, and the exit code of a JVM that ran out of heap. */
    private Problem causeOfDeath() {
        waitFor(GRACE_SECONDS);
        process.destroyForcibly();
        waitFor(GRACE_SECONDS);
        boolean heapOver = !process.isAlive() && process.exitValue() == ReaderMain.MEMORY_OVER;
        return watch.verdict().orElse(heapOver ? Problem.READER_MEMORY : Problem.READER_DIED);
    }

    ReaderWatch watch() {
        return watch;
    }

    int files() {
        return files;
    }

    boolean alive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Closes the channel, which ends an honest reader; then insists. */
    void end() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            process.destroyForcibly();
        }
        waitFor(GRACE_SECONDS);
        process.destroy();
        waitFor(GRACE_SECONDS);
        process.destroyForcibly();
        waitFor(GRACE_SECONDS);
        WorkFolder.remove(folder);
    }

    /** Without a farewell: it has lied, or is in the middle of something. */
    void kill() {
        process.destroyForcibly();
        end();
    }

    private void waitFor(long seconds) {
        try {
            process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
