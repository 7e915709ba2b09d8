/**
 * Tells what a file is by its bytes, never by its name, and takes the text out of office files.
 *
 * <p>Enters: a path. Leaves: a media type, or plain text.
 *
 * <p>May use: dossier, page. Library: Tika.
 */
@NullMarked
package vn.sohoa.mediatype;

import org.jspecify.annotations.NullMarked;
