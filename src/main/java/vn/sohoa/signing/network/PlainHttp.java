package vn.sohoa.signing.network;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** As much of HTTP/1.1 as one question and one answer need. Every length is capped, and all of it together has one deadline. */
final class PlainHttp {
    private static final int MAX_LINE = 8_000;
    private static final int MAX_HEADERS = 100;

    private PlainHttp() {}

    record Request(String method, String contentType, byte[] body) {
        static Request get() {
            return new Request("GET", "", new byte[0]);
        }

        static Request head() {
            return new Request("HEAD", "", new byte[0]);
        }

        static Request post(String contentType, byte[] body) {
            return new Request("POST", contentType, body);
        }
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {
        Optional<Instant> date() {
            try {
                return Optional.ofNullable(headers.get("date"))
                        .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }
    }

    static Answer exchange(AddressRules.Target target, Request request, int limit, Duration timeout)
            throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        try (Socket plain = new Socket(java.net.Proxy.NO_PROXY)) {
            plain.connect(new InetSocketAddress(target.at(), target.port()), left(deadline));
            plain.setSoTimeout(left(deadline));
            try (Socket socket = target.secure() ? secured(plain, target) : plain) {
                socket.getOutputStream().write(head(target, request));
                socket.getOutputStream().write(request.body());
                socket.getOutputStream().flush();
                return answer(new Timed(socket, deadline), request.method().equals("HEAD"), limit);
            }
        }
    }

    private static Socket secured(Socket plain, AddressRules.Target target) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(AddressRules.Target target, Request request) {
        boolean usual = target.port() == (target.secure() ? 443 : 80);
        StringBuilder head = new StringBuilder()
                .append(request.method() + " " + target.path() + " HTTP/1.1\r\n")
                .append("Host: " + target.host() + (usual ? "" : ":" + target.port()) + "\r\n")
                .append("User-Agent: SoHoa\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n");
        if (request.method().equals("POST")) {
            head.append("Content-Type: " + request.contentType() + "\r\n")
                    .append("Content-Length: " + request.body().length + "\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer answer(Timed timed, boolean headOnly, int limit) throws IOException {
        InputStream in = new BufferedInputStream(timed);
        String status = line(in);
        if (!status.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            throw new ProtocolException("no status line");
        }
        Map<String, String> headers = new HashMap<>();
        int count = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || ++count > MAX_HEADERS) {
                throw new ProtocolException("headers");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int code = Integer.parseInt(status.substring(9, 12));
        byte[] body = headOnly || code != 200 ? new byte[0] : body(in, headers, limit);
        return new Answer(code, headers, body);
    }

    private static byte[] body(InputStream in, Map<String, String> headers, int limit) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunks(in, limit);
        }
        String stated = headers.get("content-length");
        if (stated == null) {
            byte[] all = in.readNBytes(limit + 1);
            return within(all, limit);
        }
        int length = stated.matches("[0-9]{1,9}") ? Integer.parseInt(stated) : Integer.MAX_VALUE;
        if (length > limit) {
            throw new ProtocolException("more than " + limit + " bytes");
        }
        byte[] all = in.readNBytes(length);
        if (all.length < length) {
            throw new ProtocolException("cut short");
        }
        return all;
    }

    private static byte[] chunks(InputStream in, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            String size = line(in).replaceFirst("[; ].*", "");
            if (!size.matches("[0-9a-fA-F]{1,7}")) {
                throw new ProtocolException("chunk");
            }
            int length = Integer.parseInt(size, 16);
            if (length == 0) {
                return out.toByteArray();
            }
            if (length > limit - out.size()) {
                throw new ProtocolException("more than " + limit + " bytes");
            }
            byte[] chunk = in.readNBytes(length);
            if (chunk.length < length || !line(in).isEmpty()) {
                throw new ProtocolException("cut short");
            }
            out.write(chunk);
        }
    }

    private static byte[] within(byte[] all, int limit) throws ProtocolException {
        if (all.length > limit) {
            throw new ProtocolException("more than " + limit + " bytes");
        }
        return all;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > MAX_LINE) {
                throw new ProtocolException("line");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    private static int left(long deadline) throws SocketTimeoutException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("time over");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    /** A stream whose every read ends with the deadline: somebody who sends a byte now and then gains no time. */
    private static final class Timed extends InputStream {
        private final Socket socket;
        private final InputStream in;
        private final long deadline;

        Timed(Socket socket, long deadline) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            socket.setSoTimeout(left(deadline));
            return in.read();
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            socket.setSoTimeout(left(deadline));
            return in.read(into, from, length);
        }
    }
}
