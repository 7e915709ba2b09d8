/**
 * Whole nights over the sample inbox, in processes of their own as a user starts them: unbroken, killed again and again, and what
 * can be asked afterwards.
 */
@NullMarked
package vn.sohoa.night;

import org.jspecify.annotations.NullMarked;
