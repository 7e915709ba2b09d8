package vn.sohoa.reading;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageFile;
import vn.sohoa.page.PageMeasurements;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;
import vn.sohoa.page.Word;

/** A page on the wire. */
final class PageCodec {
    private static final int MAX_WORDS = ReadingScript.MAX_WORDS;
    private static final int MAX_WORD_BYTES = 1 << 20;
    private static final int MAX_QR = 200;
    private static final int MAX_QR_BYTES = 32_000;

    private PageCodec() {}

    static byte[] write(PageReading page) {
        return new BodyWriter()
                .number(page.page())
                .perhaps(page.measured(), PageCodec::writeMeasurements)
                .perhaps(page.words(), PageCodec::writeText)
                .list(page.qr(), (out, qr) -> writeBox(out.text(qr.text()), qr.box()))
                .perhaps(page.file(), PageCodec::writeFile)
                .toBytes();
    }

    static PageReading read(byte[] body) throws ProtocolException {
        return BodyReader.read(body, in -> {
            int number = in.number();
            @Nullable PageMeasurements measured = in.perhaps(PageCodec::readMeasurements);
            @Nullable PageText words = in.perhaps(PageCodec::readText);
            var qr = in.list(MAX_QR, each -> new QrPayload(each.text(MAX_QR_BYTES), readBox(each)));
            @Nullable PageFile file = in.perhaps(PageCodec::readFile);
            return new PageReading(number, measured, words, qr, file);
        });
    }

    private static void writeMeasurements(BodyWriter out, PageMeasurements m) {
        out.number(m.widthPx())
                .number(m.heightPx())
                .number(m.dpi())
                .number(m.rotation())
                .number(m.skewDegrees());
        out.number(m.bitsPerPixel()).flag(m.colour()).flag(m.redInk()).flag(m.blank());
        out.number(m.inkShare()).number(m.contrast()).number(m.sharpness());
        MarksCodec.write(out, m.marks());
    }

    private static PageMeasurements readMeasurements(BodyReader in) throws ProtocolException {
        return new PageMeasurements(
                in.number(),
                in.number(),
                in.fraction(),
                in.number(),
                in.fraction(),
                in.number(),
                in.flag(),
                in.flag(),
                in.flag(),
                in.fraction(),
                in.fraction(),
                in.fraction(),
                MarksCodec.read(in));
    }

    private static void writeText(BodyWriter out, PageText text) {
        out.one(text.source()).number(text.turnedDegrees());
        out.list(text.words(), (to, word) -> {
            writeBox(to.text(word.text()), word.box());
            to.number(word.confidence()).number(word.line());
        });
    }

    private static PageText readText(BodyReader in) throws ProtocolException {
        PageText.Source source = in.one(PageText.Source.values());
        double turned = in.fraction();
        var words = in.list(
                MAX_WORDS, from -> new Word(from.text(MAX_WORD_BYTES), readBox(from), from.fraction(), from.number()));
        for (int i = 1; i < words.size(); i++) {
            if (words.get(i).line() < words.get(i - 1).line()) {
                throw new ProtocolException("lines out of order");
            }
        }
        return new PageText(source, words, turned);
    }

    private static void writeFile(BodyWriter out, PageFile file) {
        out.one(file.encoding()).bytes(file.bytes());
        out.number(file.widthPx())
                .number(file.heightPx())
                .flag(file.colour())
                .number(file.dpi())
                .number(file.turns());
    }

    private static PageFile readFile(BodyReader in) throws ProtocolException {
        PageFile.Encoding encoding = in.one(PageFile.Encoding.values());
        byte[] bytes = in.bytes(Integer.MAX_VALUE);
        if (!startsAs(encoding, bytes)) {
            throw new ProtocolException("page picture is no " + encoding);
        }
        return new PageFile(encoding, bytes, in.number(), in.number(), in.flag(), in.fraction(), in.number());
    }

    private static boolean startsAs(PageFile.Encoding encoding, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        return switch (encoding) {
            case JPEG -> start.startsWith("\u00ff\u00d8\u00ff");
            case PNG -> start.equals("\u0089PNG");
        };
    }

    private static void writeBox(BodyWriter out, Box box) {
        out.number(box.x()).number(box.y()).number(box.width()).number(box.height());
    }

    private static Box readBox(BodyReader in) {
        return new Box(in.number(), in.number(), in.number(), in.number());
    }
}
