package vn.sohoa.reading;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Builds the body of a frame. */
final class BodyWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private interface Step {
        void run() throws IOException;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    BodyWriter number(int value) {
        return write(() -> out.writeInt(value));
    }

    BodyWriter number(long value) {
        return write(() -> out.writeLong(value));
    }

    BodyWriter number(double value) {
        return write(() -> out.writeDouble(value));
    }

    BodyWriter flag(boolean value) {
        return write(() -> out.writeBoolean(value));
    }

    BodyWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    BodyWriter bytes(byte[] value) {
        return number(value.length).write(() -> out.write(value));
    }

    BodyWriter one(Enum<?> value) {
        return text(value.name());
    }

    <T> BodyWriter list(List<T> values, BiConsumer<BodyWriter, T> each) {
        number(values.size());
        values.forEach(value -> each.accept(this, value));
        return this;
    }

    /** A flag, and the value where there is one. */
    <T> BodyWriter perhaps(@Nullable T value, BiConsumer<BodyWriter, T> how) {
        flag(value != null);
        if (value != null) {
            how.accept(this, value);
        }
        return this;
    }

    private BodyWriter write(Step step) {
        try {
            step.run();
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return this;
    }
}
