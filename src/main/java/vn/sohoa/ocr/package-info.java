/**
 * Reads Vietnamese text from one cleaned page image.
 *
 * <p>Enters: a PageImage. Leaves: a PageText with boxes and confidence.
 *
 * <p>May use: dossier, page. Library: Tess4J and its natives.
 */
@NullMarked
package vn.sohoa.ocr;

import org.jspecify.annotations.NullMarked;
