package vn.sohoa.reading;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.Word;
import vn.sohoa.reading.Frames.Frame;
import vn.sohoa.reading.Frames.Kind;
import vn.sohoa.reading.ReaderOrders.Done;
import vn.sohoa.reading.ReaderOrders.Fault;
import vn.sohoa.reading.ReaderOrders.Opened;
import vn.sohoa.reading.ReaderOrders.Order;

/** A reader that does what the file says: hang, exit, flood, lie. Speaks through the production channel. */
final class MisbehavingReaderMain {
    private static final int PAGES = 3;
    static final int MANY = 60;

    private final DataInputStream in;
    private final DataOutputStream out;

    private MisbehavingReaderMain(Socket socket) throws IOException {
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        String[] greeting = new String(System.in.readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split(" ");
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(greeting[0]));
        MisbehavingReaderMain reader = new MisbehavingReaderMain(socket);
        reader.send(Kind.HELLO, 0, greeting[1].getBytes(StandardCharsets.US_ASCII));
        Frames.read(reader.in, 1 << 20);
        while (true) {
            Frame frame = Frames.read(reader.in, 1 << 20);
            reader.answer(Order.read(frame.body()), frame.nonce());
        }
    }

    private void answer(Order order, long nonce) throws IOException, InterruptedException {
        String what = Files.readString(order.file());
        Sha256 sha256 = Sha256.of(Files.readAllBytes(order.file()));
        switch (what) {
            case "hang" -> hang();
            case "huge length" -> {
                out.writeInt(Integer.MAX_VALUE);
                out.flush();
                hang();
            }
            case "unknown kind" -> {
                out.writeInt(9);
                out.write('?');
                out.writeLong(nonce);
                out.flush();
                hang();
            }
            case "another nonce" -> send(Kind.OPENED, nonce + 1, new Opened(sha256, "image/tiff", PAGES).write());
            case "another file" ->
                send(Kind.OPENED, nonce, new Opened(Sha256.of(new byte[1]), "image/tiff", PAGES).write());
            case "too many pages" -> send(Kind.OPENED, nonce, new Opened(sha256, "image/tiff", 1 << 30).write());
            case "short body" -> send(Kind.OPENED, nonce, new byte[3]);
            case "fault" -> send(Kind.FAULT, nonce, new Fault(Problem.FILE_PROTECTED, "mật khẩu").write());
            case "heap" -> fillHeap();
            case "resident" -> fillMemoryBesideTheHeap();
            case "many", "many, two broken", "many, one deadly", "many, one deadly once" ->
                manyPages(what, order, sha256, nonce);
            default -> pages(what, order, sha256, nonce);
        }
    }

    private void pages(String what, Order order, Sha256 sha256, long nonce) throws IOException, InterruptedException {
        if (what.equals("noise")) {
            System.out.write(new byte[5_000_000]);
            System.err.println("x".repeat(1_000_000));
        }
        send(Kind.OPENED, nonce, new Opened(sha256, "image/tiff", PAGES).write());
        for (int page = order.request().firstPage(); page <= PAGES; page++) {
            if (page == 2) {
                misbehaveAtSecondPage(what, order, nonce);
            }
            page(page, nonce);
        }
        send(Kind.DONE, nonce, new Done(PAGES - order.request().firstPage() + 1).write());
    }

    /** Does just what is ordered; pages 41 and 30 are the bad ones. */
    private void manyPages(String what, Order order, Sha256 sha256, long nonce) throws IOException {
        send(Kind.OPENED, nonce, new Opened(sha256, "image/tiff", MANY).write());
        int last = Math.min(MANY, order.request().lastPage());
        for (int page = order.request().firstPage(); page <= last; page++) {
            if (what.equals("many, two broken") && (page == 30 || page == 41)) {
                send(Kind.FAULT, nonce, new Fault(Problem.FILE_DAMAGED, "trang " + page).write());
                return;
            }
            Path marker = order.file().resolveSibling("seen");
            if (page == 41 && (what.equals("many, one deadly") || (what.endsWith("once") && !Files.exists(marker)))) {
                Files.writeString(marker, "");
                Runtime.getRuntime().halt(1);
            }
            page(page, nonce);
        }
        int sent = last - order.request().firstPage() + 1;
        send(Kind.DONE, nonce, new Done(sent).write());
    }

    private void misbehaveAtSecondPage(String what, Order order, long nonce) throws IOException, InterruptedException {
        switch (what) {
            case "exit" -> Runtime.getRuntime().halt(0);
            case "hang at page" -> hang();
            case "wrong page" -> page(3, nonce);
            case "wrong count" -> send(Kind.DONE, nonce, new Done(7).write());
            case "unasked" -> {
                PageText words = new PageText(PageText.Source.OCR, List.of(new Word("a", Box.NONE, 1, 0)), 0);
                send(Kind.PAGE, nonce, PageCodec.write(new PageReading(2, null, words, List.of(), null)));
            }
            case "flood" -> {
                while (true) {
                    page(2, nonce);
                }
            }
            case "exit once" -> {
                Path marker = order.file().resolveSibling("seen");
                if (!Files.exists(marker)) {
                    Files.createFile(marker);
                    Runtime.getRuntime().halt(1);
                }
            }
            default -> {
                // an honest page
            }
        }
    }

    private void page(int number, long nonce) throws IOException {
        send(Kind.PAGE, nonce, PageCodec.write(new PageReading(number, null, null, List.of(), null)));
    }

    private void send(Kind kind, long nonce, byte[] body) throws IOException {
        Frames.write(out, new Frame(kind, nonce, body));
    }

    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void fillHeap() {
        List<byte[]> all = new ArrayList<>();
        while (true) {
            all.add(new byte[1 << 20]);
        }
    }

    private static void fillMemoryBesideTheHeap() throws InterruptedException {
        List<ByteBuffer> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            all.add(ByteBuffer.allocateDirect(1 << 20));
        }
        hang();
        all.clear();
    }
}
