package vn.sohoa.catalog;

import java.text.Normalizer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.StoredObject;

/** Values that stand in one column as JSON, and the canonical JSON that is hashed. */
final class JsonColumns {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();
    private static final TypeReference<List<ExtractedValue>> VALUES = new TypeReference<>() {};
    private static final TypeReference<List<StoredObject>> OBJECTS = new TypeReference<>() {};

    private JsonColumns() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static List<ExtractedValue> values(String json) {
        return MAPPER.readValue(json, VALUES);
    }

    static @Nullable ExtractedValue value(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, ExtractedValue.class);
    }

    static List<StoredObject> objects(String json) {
        return MAPPER.readValue(json, OBJECTS);
    }

    static @Nullable SignatureReport signature(@Nullable String json) {
        return json == null ? null : MAPPER.readValue(json, SignatureReport.class);
    }

    /** Sorted keys, NFC, whole numbers and texts only, no blanks: the same bytes for the same facts, for ever. */
    static String canonical(SortedMap<String, Object> facts) {
        SortedMap<String, Object> normal = new TreeMap<>();
        facts.forEach((key, value) -> normal.put(key, value instanceof Long ? value : nfc(value.toString())));
        return MAPPER.writeValueAsString(normal);
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
