/**
 * The papers of the product check (kiểm tra sản phẩm, nghiệm thu): the checking guide, the drawn sample and its accuracy report.
 *
 * <p>Enters: a run and corrected texts. Leaves: a folder for the checker, a report with a verdict.
 *
 * <p>May use: quality, storage, catalog, workflow, dossier, page. Library: Jackson.
 */
@NullMarked
package vn.sohoa.workflow.acceptance;

import org.jspecify.annotations.NullMarked;
