/**
 * Runs the night.
 *
 * <p>Enters: job files. Leaves: runs.
 *
 * <p>May use: workflow, report, sync, dossier. Libraries: Spring Batch, Spring AMQP, Micrometer.
 */
@NullMarked
package vn.sohoa.job;

import org.jspecify.annotations.NullMarked;
