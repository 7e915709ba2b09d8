package vn.sohoa.extraction;

/**
 * Whose name a name is, as far as the paper says.
 *
 * @param rivals other names on the paper that are said to be the owner's as much as this one
 * @param beside whether birth, sex or number of a person follow close by
 */
record Whose(Standing standing, int rivals, boolean beside) {
    /** Of values that are no names. */
    static final Whose NOBODY = new Whose(Standing.OWN, 0, false);

    /** Whether the paper says so, and not of somebody else; behind words for just any person, only with birth, sex or number close by. */
    boolean isSaid() {
        return standing.compareTo(Standing.PERSON) < 0 || (standing == Standing.PERSON && beside);
    }

    /** What the words before a name say of it, the plainest first. */
    enum Standing {
        /** They are a label of the field, and nothing else. */
        OWN,
        /** Some label of a name, with no word of another person. */
        NAMED,
        /** A label of the field, within other words or without its colon. */
        LOOSE,
        /** Words for a person, or a form of address. */
        PERSON,
        /** Nothing. */
        BARE,
        /** Words for another person. */
        OTHER
    }
}
