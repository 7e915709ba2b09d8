package vn.sohoa.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** How and where a report is written: words to standard output or a file, workbooks to a file. */
final class ReportOut {
    @Option(names = "--format", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "reportOut")
    private @Nullable Path out;

    /** The forms of a report. */
    enum Format {
        TABLE,
        JSON,
        CSV,
        XLSX,
        HTML
    }

    Format format() {
        return json ? Format.JSON : format;
    }

    /** A form that this report does not have. */
    DigitisationException none() {
        return new DigitisationException(Problem.USAGE, "--format " + format());
    }

    void write(CommandSpec spec, String text) {
        if (out == null) {
            Output.line(spec, text);
        } else {
            write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Problems: USAGE without a file, OUTPUT_EXISTS. */
    void write(byte[] bytes) {
        Path file = out;
        if (file == null) {
            throw new DigitisationException(Problem.USAGE, "--format xlsx --out FILE.xlsx");
        }
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, file.toString(), there);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, file.toString(), cannot);
        }
    }
}
