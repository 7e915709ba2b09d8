/**
 * Turns the ledger into reports.
 *
 * <p>Enters: run rows. Leaves: text, JSON, HTML.
 *
 * <p>May use: catalog, dossier. Library: none.
 */
@NullMarked
package vn.sohoa.report;

import org.jspecify.annotations.NullMarked;
