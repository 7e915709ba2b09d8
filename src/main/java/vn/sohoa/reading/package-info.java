/**
 * Opens foreign files in killable reader processes: the only way to one.
 *
 * <p>Enters: a path and what is wanted of it. Leaves: a whole DocumentReading, or a coded problem.
 *
 * <p>May use: mediatype, imaging, ocr, signing, dossier, page. Library: none.
 */
@NullMarked
package vn.sohoa.reading;

import org.jspecify.annotations.NullMarked;
