package vn.sohoa.catalog;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;

/** Tables as files: {@code <table>.jsonl.gz}, one row a line, readable by either database and by a person with {@code zcat}. */
public final class TableDump {
    private static final String ENDING = ".jsonl.gz";

    private TableDump() {}

    /**
     * Writes every table into a folder; on the disk when this returns.
     *
     * @throws DigitisationException STORE_UNAVAILABLE
     */
    public static List<TableFacts> write(Tables tables, Path folder) {
        List<TableFacts> facts = new ArrayList<>();
        for (String table : tables.names()) {
            RowDigest digest = new RowDigest();
            writeLines(
                    folder.resolve(table + ENDING),
                    lines -> tables.rows(table, row -> {
                        digest.add(row);
                        lines.accept(row);
                    }));
            facts.add(digest.facts(table));
        }
        return facts;
    }

    /** Writes a file of lines, compressed; on the disk when this returns. Problem: STORE_UNAVAILABLE. */
    public static void writeLines(Path file, Consumer<Consumer<String>> work) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            GZIPOutputStream packed = new GZIPOutputStream(Channels.newOutputStream(channel), 1 << 16);
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8));
            work.accept(line -> write(out, line));
            out.flush();
            packed.finish();
            channel.force(true);
        } catch (IOException | UncheckedIOException cannot) {
            throw new DigitisationException(Problem.STORE_UNAVAILABLE, String.valueOf(file.getFileName()), cannot);
        }
    }

    private static void write(BufferedWriter out, String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /** Reads a file of lines. Problem: BACKUP_DAMAGED. */
    public static void readLines(Path file, Consumer<String> action) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                action.accept(line);
            }
        } catch (IOException broken) {
            throw new DigitisationException(Problem.BACKUP_DAMAGED, String.valueOf(file.getFileName()), broken);
        }
    }

    /**
     * The tables in a folder.
     *
     * @param facts what was written, as {@link #write} gave it
     */
    public static Tables open(Path folder, String schema, List<TableFacts> facts) {
        return new Dumped(folder, schema, List.copyOf(facts));
    }

    /** Reads everything and compares it with what was written. Problem: BACKUP_DAMAGED. */
    public static void verify(Tables dump, List<TableFacts> facts) {
        for (TableFacts wanted : facts) {
            if (!dump.facts(wanted.table()).equals(wanted)) {
                throw new DigitisationException(Problem.BACKUP_DAMAGED, wanted.table());
            }
        }
    }

    private record Dumped(Path folder, String schema, List<TableFacts> written) implements Tables {

        @Override
        public List<String> names() {
            return written.stream().map(TableFacts::table).toList();
        }

        @Override
        public void rows(String table, Consumer<String> action) {
            readLines(folder.resolve(table + ENDING), action);
        }
    }
}
