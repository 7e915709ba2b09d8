/**
 * Turns ledger and catalogue into reports: the morning report, the indicators of Decision 766/QĐ-TTg, what the portal lacks.
 *
 * <p>Enters: run rows, facts of dossiers, rules of indicators. Leaves: text, JSON, CSV, HTML, workbooks; closed periods.
 *
 * <p>May use: catalog, dossier. Library: POI (writing).
 */
@NullMarked
package vn.sohoa.report;

import org.jspecify.annotations.NullMarked;
