/**
 * Answers whether a paper on file may be used again, and hands it out.
 *
 * <p>Enters: who asks, for what. Leaves: decisions with reasons.
 *
 * <p>May use: reading, storage, catalog, search, dossier, page. Library: none.
 */
@NullMarked
package vn.sohoa.reuse;

import org.jspecify.annotations.NullMarked;
