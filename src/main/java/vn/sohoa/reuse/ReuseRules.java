package vn.sohoa.reuse;

import java.nio.file.Path;

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
}
