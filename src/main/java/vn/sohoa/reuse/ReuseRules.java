package vn.sohoa.reuse;

import java.nio.file.Path;
import java.util.Set;

/** The face of the validity rules for whoever only wants to know whether they can be read. */
public final class ReuseRules {
    private ReuseRules() {}

    /**
     * Reads the rules strictly.
     *
     * @return their version
     * @throws vn.sohoa.dossier.DigitisationException CONFIGURATION_INVALID with file and line
     */
    public static String check(Path yaml) {
        return ValidityRules.load(yaml).version();
    }

    /** The kinds of paper that rules name; each has to be known. Problem: as {@link #check}. */
    public static Set<String> types(Path yaml) {
        return ValidityRules.load(yaml).types();
    }
}
