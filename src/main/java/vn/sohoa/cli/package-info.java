/**
 * The command line.
 *
 * <p>Enters: arguments. Leaves: text, JSON, exit codes.
 *
 * <p>May use: job, workflow, reuse, report, access, dossier, page. Library: picocli.
 */
@NullMarked
package vn.sohoa.cli;

import org.jspecify.annotations.NullMarked;
