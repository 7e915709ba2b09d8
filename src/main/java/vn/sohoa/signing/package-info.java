/**
 * Checks digital signatures.
 *
 * <p>Enters: a path and trust anchors. Leaves: a SignatureReport.
 *
 * <p>May use: dossier, page. Library: EU DSS, Bouncy Castle, PDFBox.
 */
@NullMarked
package vn.sohoa.signing;

import org.jspecify.annotations.NullMarked;
