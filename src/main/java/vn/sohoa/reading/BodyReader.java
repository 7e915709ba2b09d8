package vn.sohoa.reading;

import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the body of a frame apart. Every length and count has a cap; whatever does not fit is a {@link ProtocolException}. */
final class BodyReader {
    private static final int MAX_NAME_BYTES = 60;

    private final ByteBuffer in;

    interface Part<T extends @Nullable Object> {
        T read(BodyReader in) throws ProtocolException;
    }

    private BodyReader(byte[] body) {
        in = ByteBuffer.wrap(body);
    }

    /** Reads a whole body; bytes left over, and values that a record refuses, break the protocol as well. */
    static <T> T read(byte[] body, Part<T> part) throws ProtocolException {
        try {
            BodyReader in = new BodyReader(body);
            T value = part.read(in);
            if (in.in.hasRemaining()) {
                throw new ProtocolException(in.in.remaining() + " bytes too many");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw refused("body too short", e);
        } catch (IllegalArgumentException e) {
            // the message may quote what was read from the paper
            throw refused("value refused", e);
        }
    }

    int number() {
        return in.getInt();
    }

    long longNumber() {
        return in.getLong();
    }

    double fraction() throws ProtocolException {
        double value = in.getDouble();
        if (!Double.isFinite(value)) {
            throw new ProtocolException("not a number");
        }
        return value;
    }

    boolean flag() throws ProtocolException {
        byte value = in.get();
        if (value != 0 && value != 1) {
            throw new ProtocolException("flag " + value);
        }
        return value == 1;
    }

    String text(int maxBytes) throws ProtocolException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(maxBytes)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("not UTF-8", e);
        }
    }

    byte[] bytes(int max) throws ProtocolException {
        int length = count(max);
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    <E extends Enum<E>> E one(E[] values) throws ProtocolException {
        String name = text(MAX_NAME_BYTES);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProtocolException("no such value"));
    }

    <T> List<T> list(int max, Part<T> each) throws ProtocolException {
        int count = count(max);
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(each.read(this));
        }
        return values;
    }

    <T> @Nullable T perhaps(Part<T> part) throws ProtocolException {
        return flag() ? part.read(this) : null;
    }

    private int count(int max) throws ProtocolException {
        int count = in.getInt();
        if (count < 0 || count > max) {
            throw new ProtocolException("count " + count + " is not within 0 to " + max);
        }
        return count;
    }

    private static ProtocolException refused(String what, Exception cause) {
        ProtocolException e = new ProtocolException(what);
        e.initCause(cause);
        return e;
    }
}
