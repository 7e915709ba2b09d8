/**
 * Finds out what a paper is and what it says.
 *
 * <p>Enters: page texts and QR payloads. Leaves: a DocumentType and ExtractedValues.
 *
 * <p>May use: dossier, page. Library: none.
 */
@NullMarked
package vn.sohoa.extraction;

import org.jspecify.annotations.NullMarked;
