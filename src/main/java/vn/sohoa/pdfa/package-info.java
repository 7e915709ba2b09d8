/**
 * Writes access copies as PDF/A-2b with a text layer.
 *
 * <p>Enters: page files and page texts. Leaves: a PDF.
 *
 * <p>May use: dossier, page. Library: PDFBox (writing).
 */
@NullMarked
package vn.sohoa.pdfa;

import org.jspecify.annotations.NullMarked;
