package vn.sohoa.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.sohoa.dossier.Sha256;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.DocumentIndexes;

/**
 * Everything a night left, without what only time decides: the rows of every table that says something of papers, the objects
 * with their hashes, the index. Access copies carry the time of reception, so of them only the number counts: their bytes are the fixity check's.
 */
record HouseState(Map<String, TreeSet<String>> rows, Map<String, String> objects, Map<String, Long> index) {
    private static final Map<String, String> TABLES = Map.of(
            "dossier", "select * from dossier",
            "document",
                    "select id, dossier_code, ordinal, source_name, source_sha256, source_bytes, title, copy_form, show_only,"
                            + " is_result, status, standing, media_type, pages, type_code, type_confidence, field_values,"
                            + " owner_kind, owner_number, regexp_replace(signature, '\"checked\":\"[^\"]*\"', ''), problem, scope_reason, problem_detail, code,"
                            + " duplicate_of, version from document",
            "receipt", "select document_id, sha256, bytes from receipt",
            "history", "select document_id, document_version, actor, step, event, detail from document_event",
            "outbox", "select topic, document_id, version, sent_at is not null from outbox",
            "run", "select id, job, status from run",
            "run_paper", "select run_id, document_id from run_paper",
            "refusals", "select folder, problem from run_refusal",
            "batch left open",
                    "select job_execution_id, status from batch_job_execution"
                            + " where status in ('STARTED', 'STARTING', 'STOPPING', 'UNKNOWN')");

    static HouseState of(Path data) throws SQLException, IOException {
        return new HouseState(rows(data), objects(data.resolve("objects")), index(data));
    }

    private static Map<String, TreeSet<String>> rows(Path data) throws SQLException {
        Map<String, TreeSet<String>> rows = new TreeMap<>();
        String url = "jdbc:h2:file:" + data + "/db/sohoa;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                TreeSet<String> all = new TreeSet<>();
                try (ResultSet found = statement.executeQuery(table.getValue())) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append(found.getString(i)).append(" | ");
                        }
                        all.add(row.toString());
                    }
                }
                rows.put(table.getKey(), all);
            }
        }
        return rows;
    }

    private static Map<String, String> objects(Path store) throws IOException {
        Map<String, String> objects = new TreeMap<>();
        try (Stream<Path> files = Files.walk(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = store.relativize(file).toString();
                if (name.startsWith("access_copy/")) {
                    objects.merge("access copies", "+", String::concat);
                } else if (!name.startsWith(".tmp/")) { // what a kill left there is nobody's and goes after a day
                    objects.put(name, Sha256.of(Files.readAllBytes(file)).hex());
                }
            }
        }
        return objects;
    }

    private static Map<String, Long> index(Path data) {
        try (DocumentIndex index = DocumentIndexes.lucene(data.resolve("index"))) {
            return new TreeMap<>(index.versions());
        }
    }
}
