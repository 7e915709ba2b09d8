package vn.sohoa.forger;

import java.io.IOException;
import java.util.List;

/** Every known class of attack on a signed PDF, in each of its variants. */
public final class Forger {

    private Forger() {}

    /** @param refusals what our libraries refused to make */
    public record Made(List<Forged> files, List<String> refusals) {}

    /** All variants over one base. */
    public static Made over(Base base, Signers signers) throws IOException {
        Forgery forgery = new Forgery(base);
        RangeAttacks.add(forgery);
        TailAttacks.add(forgery);
        ContentAttacks.add(forgery, signers);
        return new Made(forgery.made(), forgery.refusals());
    }
}
