/**
 * What is seen on one page: boxes, words, measurements.
 *
 * <p>Units, said once: pages count from 1; boxes are pixels from the top left; confidence is 0 to 100; text is NFC.
 *
 * <p>Enters: nothing. Leaves: values that every room understands.
 *
 * <p>May use: nothing. Library: none.
 */
@NullMarked
package vn.sohoa.page;

import org.jspecify.annotations.NullMarked;
