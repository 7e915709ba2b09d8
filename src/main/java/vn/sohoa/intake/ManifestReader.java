package vn.sohoa.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Handling;
import vn.sohoa.dossier.Problem;

/**
 * Reads {@code dossier.json}: strict keys and kinds, all faults together, each with line and column. The form is described in
 * {@code src/docs/dossier.schema.json}.
 */
final class ManifestReader {
    static final String FILE_NAME = "dossier.json";
    static final int LONGEST_BYTES = 1024 * 1024;

    private static final int DEEPEST = 8;
    private static final int MOST_PAPERS = 5000;
    private static final Set<String> TEXTS = Set.of(
            "code",
            "procedure",
            "procedureName",
            "received",
            "due",
            "receivingUnit",
            "processingUnit",
            "issuingUnit",
            "finished",
            "returned",
            "channel",
            "fieldCode",
            "fieldName",
            "ownerType");
    private static final Set<String> FLAGS = Set.of("vneid", "paidOnline");
    private static final Set<String> OWNER = Set.of("id", "name");
    private static final Set<String> PAPER_TEXTS =
            Set.of("file", "title", "component", "copy", "reuse", "replacesResult");
    private static final Set<String> PAPER_FLAGS = Set.of("showOnly", "result", "nationalStore");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LONGEST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private ManifestReader() {}

    /** The manifest, or nothing and at least one fault. */
    static Optional<Manifest> read(Path file, Faults faults) throws IOException {
        byte[] bytes = bytes(file);
        if (bytes.length > LONGEST_BYTES) {
            faults.add(Problem.MANIFEST_INVALID, FILE_NAME + " lớn hơn 1 MiB");
            return Optional.empty();
        }
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                faults.add(Problem.MANIFEST_INVALID, FILE_NAME + ": phải là một đối tượng JSON { … }");
                return Optional.empty();
            }
            ManifestNode root = ManifestNode.read(parser);
            if (parser.nextToken() != null) {
                faults.add(Problem.MANIFEST_INVALID, FILE_NAME + ": còn nội dung sau dấu } cuối cùng");
            }
            return manifest(root, faults);
        } catch (JacksonException broken) {
            faults.add(
                    Problem.MANIFEST_INVALID,
                    place(broken.getLocation()) + ": không phải JSON đúng cú pháp (" + reason(broken) + ")");
            return Optional.empty();
        }
    }

    /** At most one byte more than is allowed; a link put in the file's place is not followed. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(LONGEST_BYTES + 1);
        }
    }

    private static Optional<Manifest> manifest(ManifestNode root, Faults faults) {
        checkKeys(root, "", TEXTS, Set.of("owner", "papers", "state", "vneid", "paidOnline", "dataSources"), faults);
        root.field("state").ifPresent(n -> expect(n, "state", Set.of(JsonToken.VALUE_NUMBER_INT), "số nguyên", faults));
        checkFlags(root, FLAGS, faults);
        ManifestNode owner = root.field("owner").orElse(null);
        if (owner != null && expect(owner, "owner", Set.of(JsonToken.START_OBJECT), "một đối tượng { … }", faults)) {
            checkKeys(owner, "owner.", OWNER, Set.of(), faults);
        }
        ManifestFields fields = new ManifestFields(
                key -> switch (key) {
                    case "owner.id" -> Optional.ofNullable(owner).flatMap(o -> text(o, "id"));
                    case "owner.name" -> Optional.ofNullable(owner).flatMap(o -> text(o, "name"));
                    default -> text(root, key);
                },
                faults);
        Optional<Dossier> dossier = fields.dossier("code", "owner.id", "owner.name");
        Handling handling = fields.handling(key -> flag(root, key).orElse(null), dataSources(root, faults));
        List<Manifest.Line> papers = papers(root, faults);
        return dossier.map(d -> new Manifest(d, handling, papers));
    }

    private static List<Manifest.Line> papers(ManifestNode root, Faults faults) {
        ManifestNode array = root.field("papers").orElse(null);
        List<Manifest.Line> papers = new ArrayList<>();
        if (array == null || !expect(array, "papers", Set.of(JsonToken.START_ARRAY), "một danh sách [ … ]", faults)) {
            return papers;
        }
        if (array.items().size() > MOST_PAPERS) {
            faults.add(Problem.MANIFEST_INVALID, place(array) + ": nhiều hơn " + MOST_PAPERS + " giấy tờ");
            return papers;
        }
        Set<String> named = new HashSet<>();
        for (ManifestNode item : array.items()) {
            if (expect(item, "papers", Set.of(JsonToken.START_OBJECT), "các đối tượng { … }", faults)) {
                paper(item, faults).ifPresent(line -> {
                    if (named.add(line.file())) {
                        papers.add(line);
                    } else {
                        faults.add(
                                Problem.MANIFEST_INVALID,
                                place(item) + ": tệp kê khai hai lần: " + Names.shown(line.file()));
                    }
                });
            }
        }
        return papers;
    }

    private static Optional<Manifest.Line> paper(ManifestNode item, Faults faults) {
        checkKeys(item, "papers.", PAPER_TEXTS, Set.of("showOnly", "result", "nationalStore", "pages"), faults);
        checkFlags(item, PAPER_FLAGS, faults);
        item.field("pages").ifPresent(n -> expect(n, "pages", Set.of(JsonToken.VALUE_NUMBER_INT), "số nguyên", faults));
        if (item.field("file").isEmpty()) {
            faults.add(Problem.MANIFEST_INVALID, place(item) + ": giấy tờ không có \"file\"");
            return Optional.empty();
        }
        return new ManifestFields(key -> text(item, key), faults)
                .paper((key, otherwise) -> flag(item, key).orElse(otherwise));
    }

    private static Optional<Boolean> flag(ManifestNode node, String key) {
        return node.field(key).map(n -> n.kind() == JsonToken.VALUE_TRUE);
    }

    private static void checkFlags(ManifestNode node, Set<String> flags, Faults faults) {
        flags.forEach(key -> node.field(key)
                .ifPresent(n -> expect(
                        n, key, Set.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE), "true hoặc false", faults)));
    }

    private static List<String> dataSources(ManifestNode root, Faults faults) {
        List<String> codes = new ArrayList<>();
        root.field("dataSources")
                .filter(n -> expect(n, "dataSources", Set.of(JsonToken.START_ARRAY), "một danh sách [ … ]", faults))
                .ifPresent(array -> array.items().forEach(item -> {
                    if (expect(item, "dataSources", Set.of(JsonToken.VALUE_STRING), "chữ trong dấu \"\"", faults)) {
                        codes.add(item.text().strip().replace(' ', '_'));
                    }
                }));
        return codes;
    }

    private static void checkKeys(
            ManifestNode node, String prefix, Set<String> texts, Set<String> others, Faults faults) {
        node.fields().forEach((key, value) -> {
            if (texts.contains(key)) {
                if (!value.isNull()) {
                    expect(value, prefix + key, Set.of(JsonToken.VALUE_STRING), "chữ trong dấu \"\"", faults);
                }
            } else if (!others.contains(key)) {
                faults.add(
                        Problem.MANIFEST_INVALID,
                        place(value) + ": không có mục \"" + Names.shown(prefix + key) + "\"");
            }
        });
    }

    private static boolean expect(ManifestNode node, String key, Set<JsonToken> kinds, String what, Faults faults) {
        if (!kinds.contains(node.kind())) {
            faults.add(Problem.MANIFEST_INVALID, place(node) + ": \"" + key + "\" phải là " + what);
            return false;
        }
        return true;
    }

    private static Optional<ManifestFields.Text> text(ManifestNode node, String key) {
        return node.field(key)
                .filter(n -> n.kind() == JsonToken.VALUE_STRING || n.kind() == JsonToken.VALUE_NUMBER_INT)
                .map(n -> new ManifestFields.Text(n.text(), place(n)));
    }

    /** First line of the parser's own words; they quote at most a few characters. */
    private static String reason(JacksonException broken) {
        String message = broken.getOriginalMessage();
        return Names.shown(message == null ? "" : message.lines().findFirst().orElse(""));
    }

    private static String place(ManifestNode node) {
        return place(node.line(), node.column());
    }

    /** Limits on the whole document have no place. */
    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? FILE_NAME : place(at.getLineNr(), at.getColumnNr());
    }

    private static String place(int line, int column) {
        return FILE_NAME + ", dòng " + line + ", cột " + column;
    }
}
