package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.workflow.ReadFiles;

/** What became of one file named on the command line: a reading or a problem. */
record FileResult(
        Path file,
        ReadFiles.@Nullable FileReading read,
        @Nullable DigitisationException failure) {

    static FileResult of(Path file, Supplier<ReadFiles.FileReading> work) {
        try {
            return new FileResult(file, work.get(), null);
        } catch (DigitisationException failure) {
            return new FileResult(file, null, failure);
        }
    }

    boolean ok() {
        return read != null;
    }

    Optional<ReadFiles.FileReading> reading() {
        return Optional.ofNullable(read);
    }

    Optional<DigitisationException> problem() {
        return Optional.ofNullable(failure);
    }
}
