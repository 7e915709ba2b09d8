package vn.sohoa.signing;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/**
 * Which place in a driver's list a token has, by its label: Java knows slots by number alone, and numbers change with the port a token
 * is plugged into. Asks the driver itself (PKCS#11 2.20, C_GetSlotList and C_GetTokenInfo).
 */
final class TokenSlots {

    private static final int LABEL_BYTES = 32;
    /** CK_TOKEN_INFO is 160 to 208 bytes, by platform. */
    private static final int INFO_BYTES = 512;

    private static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;

    private TokenSlots() {}

    /** Problem: TOKEN_UNAVAILABLE, naming the labels that are there. */
    static int indexOf(Path driver, String label) {
        List<String> labels;
        try {
            labels = labels(NativeLibrary.getInstance(driver.toString()));
        } catch (UnsatisfiedLinkError cannot) {
            throw new DigitisationException(Problem.TOKEN_UNAVAILABLE, "driver " + driver.getFileName(), cannot);
        }
        int at = labels.indexOf(label);
        if (at < 0 || at != labels.lastIndexOf(label)) {
            throw new DigitisationException(
                    Problem.TOKEN_UNAVAILABLE,
                    (at < 0 ? "không có" : "có nhiều") + " thiết bị nhãn \"" + label + "\"; hiện có: "
                            + String.join(", ", labels));
        }
        return at;
    }

    private static List<String> labels(NativeLibrary driver) {
        long begun = call(driver, "C_Initialize", Pointer.NULL);
        if (begun != OK && begun != ALREADY_INITIALIZED) {
            throw new DigitisationException(Problem.TOKEN_UNAVAILABLE, "C_Initialize " + Long.toHexString(begun));
        }
        try {
            NativeLongByReference count = new NativeLongByReference();
            demand(call(driver, "C_GetSlotList", (byte) 0, Pointer.NULL, count), "C_GetSlotList");
            int slots = count.getValue().intValue();
            if (slots == 0) {
                return List.of();
            }
            Memory ids = new Memory((long) slots * NativeLong.SIZE);
            demand(call(driver, "C_GetSlotList", (byte) 0, ids, count), "C_GetSlotList");
            List<String> labels = new ArrayList<>();
            Memory info = new Memory(INFO_BYTES);
            for (int i = 0; i < slots; i++) {
                info.clear();
                long found = call(driver, "C_GetTokenInfo", ids.getNativeLong((long) i * NativeLong.SIZE), info);
                byte[] label = info.getByteArray(0, LABEL_BYTES);
                labels.add(found == OK ? new String(label, StandardCharsets.UTF_8).strip() : "");
            }
            return labels;
        } finally {
            if (begun == OK) {
                call(driver, "C_Finalize", Pointer.NULL); // Java begins anew
            }
        }
    }

    private static long call(NativeLibrary driver, String name, Object... arguments) {
        Function function = driver.getFunction(name);
        return ((NativeLong) function.invoke(NativeLong.class, arguments)).longValue();
    }

    private static void demand(long answer, String what) {
        if (answer != OK) {
            throw new DigitisationException(Problem.TOKEN_UNAVAILABLE, what + " " + Long.toHexString(answer));
        }
    }
}
