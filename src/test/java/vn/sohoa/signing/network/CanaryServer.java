package vn.sohoa.signing.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A socket on 127.0.0.1 that counts who comes, whatever they speak, and answers with bytes as told. */
public final class CanaryServer implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] answer;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private CanaryServer(byte[] answer) {
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        Thread thread = new Thread(this::serve, "canary");
        thread.setDaemon(true);
        thread.start();
    }

    public static CanaryServer open() {
        return saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    }

    public static CanaryServer saying(String answer) {
        return new CanaryServer(answer.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                connections.incrementAndGet();
                visitor.setSoTimeout(500);
                InputStream in = visitor.getInputStream();
                byte[] first = new byte[4000];
                int length = Math.max(0, in.read(first));
                requests.add(new String(first, 0, length, StandardCharsets.ISO_8859_1));
                OutputStream out = visitor.getOutputStream();
                out.write(answer);
                out.flush();
            } catch (IOException gone) {
                // the next one
            }
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String place() {
        return "127.0.0.1:" + port();
    }

    /** How often somebody came. */
    public int connections() {
        return connections.get();
    }

    /** What they said first. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
    }
}
