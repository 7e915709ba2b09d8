/** The house itself: start-up only. */
@NullMarked
package vn.sohoa;

import org.jspecify.annotations.NullMarked;
