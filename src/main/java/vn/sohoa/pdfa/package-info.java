/**
 * Writes access copies as PDF/A-2b with a text layer, and separator sheets for batches.
 *
 * <p>Enters: page files and page texts. Leaves: a PDF.
 *
 * <p>May use: dossier, page. Libraries: PDFBox (writing), ZXing (writing).
 */
@NullMarked
package vn.sohoa.pdfa;

import org.jspecify.annotations.NullMarked;
