package vn.sohoa.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.Problem;

/**
 * Reads {@code manifest.csv}, which lists the papers of a whole box of dossiers, one a row. The columns of a dossier are read
 * from its rows; where they are repeated they must agree.
 */
final class BoxManifest {
    static final String FILE_NAME = "manifest.csv";

    private static final List<String> COLUMNS = List.of(
            "dossier",
            "procedure",
            "ownerId",
            "ownerName",
            "received",
            "due",
            "receivingUnit",
            "processingUnit",
            "file",
            "title",
            "copy",
            "showOnly");
    private static final Set<String> MORE_COLUMNS = Set.of(
            "procedureName",
            "issuingUnit",
            "finished",
            "returned",
            "channel",
            "state",
            "fieldCode",
            "fieldName",
            "ownerType",
            "vneid",
            "paidOnline",
            "dataSources",
            "component",
            "result",
            "pages",
            "reuse",
            "nationalStore",
            "replacesResult");
    private static final Set<String> OF_A_PAPER = Set.of(
            "file",
            "title",
            "copy",
            "showOnly",
            "component",
            "result",
            "pages",
            "reuse",
            "nationalStore",
            "replacesResult");
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.TRIM_SPACES)
            .enable(CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .build();

    private final Map<String, List<Row>> byDossier = new LinkedHashMap<>();
    private final List<String> fileFaults = new ArrayList<>();

    private BoxManifest() {}

    private record Row(int number, Map<String, String> cells) {
        String place() {
            return FILE_NAME + ", dòng " + number;
        }

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static BoxManifest none() {
        return new BoxManifest();
    }

    static BoxManifest read(Path file) throws IOException {
        BoxManifest box = new BoxManifest();
        byte[] bytes = ManifestReader.bytes(file);
        if (bytes.length > ManifestReader.LONGEST_BYTES) {
            box.fileFaults.add(FILE_NAME + " lớn hơn 1 MiB");
            return box;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        box.readRows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return box;
    }

    Set<String> dossiers() {
        return byDossier.keySet();
    }

    /** Whether this box speaks of a dossier, or cannot be read at all and may have spoken of it. */
    boolean mayDescribe(String dossier) {
        return byDossier.containsKey(dossier) || !fileFaults.isEmpty();
    }

    Optional<Manifest> manifest(String dossier, Faults faults) {
        fileFaults.forEach(fault -> faults.add(Problem.MANIFEST_INVALID, fault));
        List<Row> rows = byDossier.getOrDefault(dossier, List.of());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        rows.forEach(row -> checkAgreement(rows, row, faults));
        ManifestFields fields = new ManifestFields(key -> firstFilled(rows, key), faults);
        Optional<Dossier> read = fields.dossier("dossier", "ownerId", "ownerName");
        Handling handling = fields.handling(
                key -> rows.stream()
                        .filter(row -> !row.cell(key).isBlank())
                        .findFirst()
                        .map(row -> flag(row, key, false, faults))
                        .orElse(null),
                firstFilled(rows, "dataSources").stream()
                        .flatMap(cell -> Stream.of(cell.value().strip().split("[\\s;]+")))
                        .toList());
        List<Manifest.Line> papers = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Row row : rows) {
            new ManifestFields(key -> text(row, key), faults)
                    .paper((key, otherwise) -> flag(row, key, otherwise, faults))
                    .ifPresent(line -> {
                        if (named.add(line.file())) {
                            papers.add(line);
                        } else {
                            faults.add(Problem.MANIFEST_INVALID, row.place() + ": tệp kê khai hai lần");
                        }
                    });
        }
        return read.map(d -> new Manifest(d, handling, papers));
    }

    private void readRows(String text) {
        String header = text.lines().findFirst().orElse("");
        // spreadsheets set to Vietnamese write semicolons
        char separator = header.contains(";") && !header.contains(",") ? ';' : ',';
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
        List<String> columns = List.of();
        try (MappingIterator<List<String>> lines =
                CSV.readerForListOf(String.class).with(schema).readValues(text)) {
            while (lines.hasNextValue()) {
                int number = lines.parser().currentTokenLocation().getLineNr() + 1; // the parser stands before the row
                List<String> cells = lines.nextValue();
                if (columns.isEmpty()) {
                    columns = cells;
                    checkColumns(columns);
                } else if (cells.stream().anyMatch(c -> !c.isBlank())) {
                    addRow(columns, cells, number);
                }
            }
        } catch (JacksonException broken) {
            fileFaults.add(FILE_NAME + line(broken) + ": không phải CSV đúng cú pháp");
        }
    }

    private static String line(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null ? "" : ", dòng " + at.getLineNr();
    }

    private void checkColumns(List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!COLUMNS.contains(column) && !MORE_COLUMNS.contains(column)) {
                fileFaults.add(FILE_NAME + ", dòng 1: không có cột \"" + Names.shown(column) + "\"");
            } else if (!seen.add(column)) {
                fileFaults.add(FILE_NAME + ", dòng 1: hai lần cột " + column);
            }
        }
        for (String required : List.of("dossier", "file")) {
            if (!columns.contains(required)) {
                fileFaults.add(FILE_NAME + ", dòng 1: thiếu cột " + required);
            }
        }
    }

    private void addRow(List<String> columns, List<String> cells, int number) {
        if (cells.size() > columns.size()) {
            fileFaults.add(FILE_NAME + ", dòng " + number + ": " + cells.size() + " ô cho " + columns.size() + " cột");
            return;
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        String dossier = Names.nfc(row.getOrDefault("dossier", "")).strip();
        if (dossier.isEmpty()) {
            fileFaults.add(FILE_NAME + ", dòng " + number + ": thiếu mã hồ sơ");
            return;
        }
        byDossier.computeIfAbsent(dossier, d -> new ArrayList<>()).add(new Row(number, row));
    }

    private static void checkAgreement(List<Row> rows, Row row, Faults faults) {
        row.cells().forEach((column, cell) -> {
            if (!OF_A_PAPER.contains(column) && !cell.isBlank()) {
                firstFilled(rows, column)
                        .filter(first -> !first.value().equals(cell))
                        .ifPresent(first -> faults.add(
                                Problem.MANIFEST_INVALID, row.place() + ": " + column + " khác với " + first.place()));
            }
        });
    }

    private static Optional<ManifestFields.Text> firstFilled(List<Row> rows, String column) {
        return rows.stream()
                .filter(row -> !row.cell(column).isBlank())
                .findFirst()
                .flatMap(row -> text(row, column));
    }

    private static Optional<ManifestFields.Text> text(Row row, String column) {
        return row.cell(column).isBlank()
                ? Optional.empty()
                : Optional.of(new ManifestFields.Text(row.cell(column), row.place()));
    }

    private static boolean flag(Row row, String column, boolean otherwise, Faults faults) {
        String cell = row.cell(column).toLowerCase(Locale.ROOT);
        return switch (cell) {
            case "" -> otherwise;
            case "true", "1", "x", "có" -> true;
            case "false", "0", "không" -> false;
            default -> {
                faults.add(Problem.MANIFEST_INVALID, row.place() + ": " + column + " phải là true hoặc false");
                yield otherwise;
            }
        };
    }
}
