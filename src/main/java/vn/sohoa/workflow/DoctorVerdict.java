package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the doctor of this machine found last, for those who watch: he is a process of his own and gone when they ask. */
final class DoctorVerdict {
    private static final Logger log = LoggerFactory.getLogger(DoctorVerdict.class);
    private final Path file;

    /** @param data folder of everything that is written */
    DoctorVerdict(Path data) {
        this.file = data.resolve("doctor");
    }

    /** Who cannot write it down has still said it. */
    void write(Instant when, int violations) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling("doctor.new");
            Files.writeString(fresh, when.getEpochSecond() + " " + violations + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cannot) {
            log.warn(
                    "the doctor's verdict is not written: {}", cannot.getClass().getSimpleName());
        }
    }

    /** Violations and failed checks; not a number if the doctor has never been here. */
    double violations() {
        return part(1);
    }

    double epochSecond() {
        return part(0);
    }

    private double part(int number) {
        try {
            String[] parts = Files.readString(file).strip().split(" ");
            return parts.length == 2 && parts[number].matches("[0-9]{1,12}")
                    ? Double.parseDouble(parts[number])
                    : Double.NaN;
        } catch (IOException none) {
            return Double.NaN;
        }
    }
}
