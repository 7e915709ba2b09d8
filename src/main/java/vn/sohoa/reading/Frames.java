package vn.sohoa.reading;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;

/**
 * The wire between parent and reader: length, kind, nonce, body. A frame that breaks a rule is a {@link ProtocolException}; an
 * end in the middle is any other {@link IOException}.
 */
final class Frames {
    /** Kind (1) and nonce (8), which the length counts. */
    private static final int HEADER_BYTES = 9;

    /** What a frame says; the parent sends the first two after {@link #HELLO}. */
    enum Kind {
        /** The token that proves that the caller is the child that was started. */
        HELLO('H'),
        /** Limits and folders, once. */
        SETUP('L'),
        /** Read this file. */
        READ('R'),
        /** Type, hash and page count: the file is open. */
        OPENED('O'),
        /** The signature report. */
        SIGNED('S'),
        /** The pages asked for as a file of their own. */
        PIECE('C'),
        /** One page. */
        PAGE('P'),
        /** That was all. */
        DONE('D'),
        /** A coded problem instead. */
        FAULT('F');

        private final char code;

        Kind(char code) {
            this.code = code;
        }

        static Kind of(int code) throws ProtocolException {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new ProtocolException("frame of kind " + code));
        }
    }

    /** @param nonce the number of the request, drawn by the parent; 0 before the first */
    record Frame(Kind kind, long nonce, byte[] body) {}

    private Frames() {}

    static void write(DataOutputStream out, Frame frame) throws IOException {
        out.writeInt(HEADER_BYTES + frame.body().length);
        out.writeByte(frame.kind().code);
        out.writeLong(frame.nonce());
        out.write(frame.body());
        out.flush();
    }

    /** The next frame. Memory is taken as bytes arrive, not as a length claims. */
    static Frame read(DataInputStream in, int maxBody) throws IOException {
        int length = in.readInt();
        if (length < HEADER_BYTES || length - HEADER_BYTES > maxBody) {
            throw new ProtocolException("frame of " + length + " bytes");
        }
        Kind kind = Kind.of(in.readUnsignedByte());
        long nonce = in.readLong();
        byte[] body = in.readNBytes(length - HEADER_BYTES);
        if (body.length < length - HEADER_BYTES) {
            throw new IOException("channel ended within a frame");
        }
        return new Frame(kind, nonce, body);
    }
}
