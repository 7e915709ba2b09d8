/**
 * Checks digital signatures, makes them, and keeps them provable.
 *
 * <p>Enters: a path, trust anchors, a token. Leaves: a SignatureReport, a signed file, an evidence record.
 *
 * <p>May use: dossier, page. Library: EU DSS, Bouncy Castle, PDFBox, JNA (slots of tokens).
 */
@NullMarked
package vn.sohoa.signing;

import org.jspecify.annotations.NullMarked;
