/** Files of a hostile or careless sender, made from a seed. Nothing here is read by a person. */
package vn.sohoa.reading.hostile;
