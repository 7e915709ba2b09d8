/** Real servers for tests. */
@org.jspecify.annotations.NullMarked
package vn.sohoa.servers;
