package vn.sohoa.forger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is forged from one base. */
final class Forgery {

    /** Makes a file, or cannot: DSS does not sign over a lock. */
    interface Recipe {
        byte[] make() throws java.io.IOException;
    }

    final Base base;
    final byte[] file;
    final Target target;
    private final List<Forged> made = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    Forgery(Base base) {
        this.base = base;
        file = base.file();
        target = Target.of(file);
    }

    /** Harm is proven. @param codes of which one has to be named */
    void harm(String attack, String variant, Recipe recipe, String... codes) {
        add(attack, variant, recipe, true, codes);
    }

    /** Not valid at least. */
    void doubt(String attack, String variant, Recipe recipe, String... codes) {
        add(attack, variant, recipe, false, codes);
    }

    private void add(String attack, String variant, Recipe recipe, boolean proven, String... codes) {
        try {
            Set<String> expected = new LinkedHashSet<>(List.of(codes));
            made.add(new Forged(attack, variant + " @ " + base.name(), recipe.make(), expected, proven));
        } catch (java.io.IOException | RuntimeException refused) { // a library will not touch what is locked
            refusals.add(variant + " @ " + base.name() + ": " + refused);
        }
    }

    List<Forged> made() {
        return made;
    }

    /** What our libraries refused to make. */
    List<String> refusals() {
        return refusals;
    }
}
