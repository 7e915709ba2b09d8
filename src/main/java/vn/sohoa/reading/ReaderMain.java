package vn.sohoa.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.reading.Frames.Frame;
import vn.sohoa.reading.Frames.Kind;
import vn.sohoa.reading.ReaderOrders.Done;
import vn.sohoa.reading.ReaderOrders.Fault;
import vn.sohoa.reading.ReaderOrders.Opened;
import vn.sohoa.reading.ReaderOrders.Order;
import vn.sohoa.reading.ReaderOrders.Setup;

/**
 * The program of a reader process. It is started by a {@link ReaderPool} alone, which writes the port and a token to its
 * standard input. It ends when the channel ends, whatever it is doing.
 */
public final class ReaderMain {
    /** The exit code that the JVM itself uses when memory is over ({@code -XX:+ExitOnOutOfMemoryError}). */
    static final int MEMORY_OVER = 3;

    private static final int MAX_ORDER_BYTES = 1 << 20;
    private static final int MAX_GREETING_BYTES = 200;
    private static final int STACK_LINES = 3;

    private final BlockingQueue<Frame> orders = new LinkedBlockingQueue<>();
    private final DataOutputStream out;

    private ReaderMain(DataOutputStream out) {
        this.out = out;
    }

    /** @param args none */
    public static void main(String[] args) throws IOException, InterruptedException {
        String[] greeting = greeting(System.in).split(" ");
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(greeting[0]));
        socket.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        Frames.write(out, new Frame(Kind.HELLO, 0, greeting[1].getBytes(StandardCharsets.US_ASCII)));
        ReaderMain reader = new ReaderMain(out);
        Thread channel = new Thread(() -> reader.listen(in), "channel");
        channel.setDaemon(true);
        channel.start();
        reader.serve();
    }

    private static String greeting(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= ' ' && line.length() < MAX_GREETING_BYTES; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    /** A thread of its own, so that the end of the parent is noticed in the middle of a page too. */
    private void listen(DataInputStream in) {
        try {
            while (true) {
                orders.add(Frames.read(in, MAX_ORDER_BYTES));
            }
        } catch (IOException parentIsGone) {
            WorkFolder.removeOwn();
            Runtime.getRuntime().halt(0);
        }
    }

    private void serve() throws IOException, InterruptedException {
        ReadingScript script = new ReadingScript(Setup.read(orders.take().body()));
        while (true) {
            Frame frame = orders.take();
            Answering answering = new Answering(frame.nonce());
            perform(script, Order.read(frame.body()), answering);
        }
    }

    /** Whatever goes wrong with a file becomes a frame, or the end of this process; both are data to the parent. */
    private static void perform(ReadingScript script, Order order, Answering answering) throws IOException {
        try {
            script.read(order, answering);
            answering.send(Kind.DONE, new Done(answering.pages).write());
        } catch (DigitisationException e) {
            answering.fault(e.problem(), e.detail());
        } catch (OutOfMemoryError e) {
            Runtime.getRuntime().halt(MEMORY_OVER);
        } catch (StackOverflowError e) {
            answering.fault(Problem.FILE_DAMAGED, "cấu trúc lồng nhau quá sâu");
        } catch (Throwable e) {
            // no message: it may quote the paper
            List<StackTraceElement> stack =
                    Arrays.stream(e.getStackTrace()).limit(STACK_LINES).toList();
            answering.fault(Problem.INTERNAL, e.getClass().getName() + " " + stack);
        }
    }

    /** The answer to one order. */
    private final class Answering implements ReadingScript.Sink {
        private final long nonce;
        private int pages;

        Answering(long nonce) {
            this.nonce = nonce;
        }

        @Override
        public void opened(Opened opened) throws IOException {
            send(Kind.OPENED, opened.write());
        }

        @Override
        public void signed(ReportCodec.Judged judged) throws IOException {
            send(Kind.SIGNED, ReportCodec.write(judged));
        }

        @Override
        public void piece(byte[] pdf) throws IOException {
            send(Kind.PIECE, pdf);
        }

        @Override
        public void page(PageReading page) throws IOException {
            send(Kind.PAGE, PageCodec.write(page));
            pages++;
        }

        void fault(Problem problem, String detail) throws IOException {
            send(Kind.FAULT, new Fault(problem, detail).write());
        }

        private void send(Kind kind, byte[] body) throws IOException {
            Frames.write(out, new Frame(kind, nonce, body));
        }
    }
}
