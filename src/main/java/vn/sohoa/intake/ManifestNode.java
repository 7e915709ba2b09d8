package vn.sohoa.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * A piece of JSON that remembers its line and column, which ordinary trees forget.
 *
 * @param kind the token it began with
 * @param text of a text, number or truth value, else empty
 * @param fields of an object, by key
 * @param items of an array
 */
record ManifestNode(
        JsonToken kind, String text, Map<String, ManifestNode> fields, List<ManifestNode> items, int line, int column) {

    /** Reads the value that the parser stands on, to its end. Depth is limited by the parser. */
    static ManifestNode read(JsonParser parser) {
        JsonToken kind = parser.currentToken();
        TokenStreamLocation at = parser.currentTokenLocation();
        Map<String, ManifestNode> fields = new LinkedHashMap<>();
        List<ManifestNode> items = new ArrayList<>();
        String text = "";
        if (kind == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                fields.put(key, read(parser));
            }
        } else if (kind == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(read(parser));
            }
        } else {
            text = parser.getString();
        }
        return new ManifestNode(kind, text, fields, items, at.getLineNr(), at.getColumnNr());
    }

    boolean isNull() {
        return kind == JsonToken.VALUE_NULL;
    }

    /** A field that is there and not null. */
    Optional<ManifestNode> field(String key) {
        return Optional.ofNullable(fields.get(key)).filter(n -> !n.isNull());
    }
}
