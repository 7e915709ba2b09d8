/**
 * Forges signed documents: base documents of many shapes, the known attack classes over each, byte-level mutants, and good
 * files that must stay good. For tests and benches.
 *
 * <p>Enters: a seed. Leaves: files with what a verifier has to say of them. Library: PDFBox, DSS through {@code testpki}.
 */
@NullMarked
package vn.sohoa.forger;

import org.jspecify.annotations.NullMarked;
