package vn.sohoa.pdfa;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an access copy (bản khai thác) says of itself.
 *
 * @param title shown by viewers
 * @param language of the text, such as {@code vi-VN}
 * @param created when the step that makes it was begun; the same instant gives the same bytes
 * @param producer name and version of this software
 * @param properties further statements by name, among them the SHA-256 of the master; nothing personal
 * @param record what the paper is, by the names of Circular 05/2025/TT-BNV (dữ liệu đặc tả), such as {@code codeNumber}
 */
public record AccessCopyInfo(
        String title,
        String language,
        Instant created,
        String producer,
        Map<String, String> properties,
        Map<String, String> record) {

    /** Name of the property that holds the conversion mark; a copy that has it is signed by the agency afterwards. */
    public static final String CONVERSION = "conversion";

    public AccessCopyInfo {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties)); // one order, so one result
        record = Collections.unmodifiableMap(new TreeMap<>(record));
        for (String name : record.keySet()) {
            if (!name.matches("[a-z][A-Za-z0-9]{0,40}")) {
                throw new IllegalArgumentException("not the name of a field: " + name);
            }
        }
    }

    /** Of a paper of which nothing is known. */
    public AccessCopyInfo(
            String title, String language, Instant created, String producer, Map<String, String> properties) {
        this(title, language, created, producer, properties, Map.of());
    }
}
