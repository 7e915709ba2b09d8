/**
 * A certification service for tests, made anew in memory: nothing in it is checked in, nobody in it exists.
 *
 * <p>Enters: names and validities. Leaves: certificates, revocation answers, time-stamps, signed PDFs.
 *
 * <p>May use: nothing of ours. Library: Bouncy Castle, EU DSS.
 */
@NullMarked
package vn.sohoa.testpki;

import org.jspecify.annotations.NullMarked;
