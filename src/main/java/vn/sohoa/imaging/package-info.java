/**
 * Turns pages into pixels, measures them, and makes them fit to be read.
 *
 * <p>Enters: a path and limits. Leaves: page images, measurements, QR payloads, pieces cut out of a PDF.
 *
 * <p>May use: dossier, page. Library: PDFBox (reading), ImageIO, ZXing.
 */
@NullMarked
package vn.sohoa.imaging;

import org.jspecify.annotations.NullMarked;
