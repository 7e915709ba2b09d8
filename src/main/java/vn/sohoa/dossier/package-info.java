/**
 * What is kept: dossiers (hồ sơ), their papers (giấy tờ), codes, status, evidence, and the table of problems.
 *
 * <p>Enters: nothing. Leaves: values that every room understands.
 *
 * <p>May use: page. Library: none.
 */
@NullMarked
package vn.sohoa.dossier;

import org.jspecify.annotations.NullMarked;
