package vn.sohoa.extraction;

/**
 * What speaks for a value and against it besides its own words.
 *
 * @param agreed how many other places say the same: another line, the day in words, a check digit, birth year and sex in a personal id
 * @param odd how many of its words cannot be Vietnamese, how many gaps in it and beside it are no blanks
 * @param known whether the list of agencies has it; of a symbol, whether each part is a known abbreviation or an agency of this paper
 * @param contradicted whether another place on the paper says otherwise
 * @param pageDoubt what the recogniser's mean confidence of the page lacks to 100
 * @param whose of a name, whose it is
 */
record Evidence(int agreed, int odd, boolean known, boolean contradicted, double pageDoubt, Whose whose) {}
