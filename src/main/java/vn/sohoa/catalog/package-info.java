/**
 * Keeps the truth about every dossier and paper.
 *
 * <p>Enters: changes. Leaves: rows, claims, history.
 *
 * <p>May use: dossier, page. Library: Spring JDBC, Flyway, H2, PostgreSQL driver.
 */
@NullMarked
package vn.sohoa.catalog;

import org.jspecify.annotations.NullMarked;
