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
 */
public record AccessCopyInfo(
        String title, String language, Instant created, String producer, Map<String, String> properties) {

    public AccessCopyInfo {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties)); // one order, so one result
    }
}
