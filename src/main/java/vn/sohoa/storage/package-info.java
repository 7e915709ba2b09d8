/**
 * Keeps objects for ever: written once, re-read before success.
 *
 * <p>Enters: bytes. Leaves: object keys.
 *
 * <p>May use: dossier, page. Library: MinIO client.
 */
@NullMarked
package vn.sohoa.storage;

import org.jspecify.annotations.NullMarked;
