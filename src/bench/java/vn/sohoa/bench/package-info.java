/** Measurements, run by hand with {@code src/bench/run}; not part of the product. */
package vn.sohoa.bench;
