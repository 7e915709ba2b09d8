package vn.sohoa.forger;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Signed documents that nothing is wrong with: sizes, tables, levels, seals that overlap, forms, certifications, renewals. All
 * bring their revocation data; what does not (B, T) can be valid for nobody offline.
 */
public final class GoodDocuments {

    private static final SignatureLevel T = SignatureLevel.PAdES_BASELINE_T;
    private static final SignatureLevel LT = SignatureLevel.PAdES_BASELINE_LT;
    private static final SignatureLevel LTA = SignatureLevel.PAdES_BASELINE_LTA;

    /** How many kinds there are. */
    public static final int KINDS = 10;

    private final Signers signers;
    private final Papers papers;

    public GoodDocuments(Signers signers, long seed) {
        this.signers = signers;
        papers = new Papers(seed);
    }

    /** @param each gets every document as it is made, together they would not fit in memory, and says whether to go on */
    public void make(int count, Predicate<Base> each) {
        boolean on = true;
        for (int i = 0; i < count && on; i++) {
            on = each.test(one(i));
        }
    }

    private Base one(int i) {
        boolean table = i / KINDS % 2 == 0;
        int pages = List.of(1, 2, 1, 1, 4, 1, 9).get(i % 7);
        byte[] page = papers.paper(pages, !table, i % 5 == 0 ? 60_000 : 0);
        List<String> names = new ArrayList<>(List.of(
                "LT",
                "LTA",
                "LTA seal",
                "LTA renewed",
                "clerk and agency",
                "overlapping seals",
                "certified P2",
                "hybrid LTA",
                "LT raised to LTA",
                "given field"));
        String name = names.get(i % KINDS);
        byte[] file =
                switch (name) {
                    case "LT" -> signers.agency().sign(page, LT);
                    case "LTA" -> signers.agency().sign(page, LTA);
                    case "LTA seal" ->
                        signers.agency()
                                .withText(1, 340, 30, 220, 60, "Sở Xây dựng\n2026-11-22")
                                .sign(page, LTA);
                    case "LTA renewed" ->
                        signers.agency().extend(signers.agency().sign(page, LTA), LTA);
                    case "clerk and agency" ->
                        signers.agency().sign(signers.clerk().sign(page, T), LT);
                    case "overlapping seals" ->
                        signers.agency()
                                .withText(1, 300, 90, 120, 60, "Sở Xây dựng")
                                .sign(
                                        signers.clerk()
                                                .withText(1, 360, 90, 160, 60, "Trần Thị Văn Thư")
                                                .sign(page, T),
                                        LTA);
                    case "certified P2" -> signers.agency().withCertification(2).sign(page, LTA);
                    case "hybrid LTA" -> signers.agency().sign(papers.hybrid(), LTA);
                    case "LT raised to LTA" ->
                        signers.agency().extend(signers.agency().sign(page, LT), LTA);
                    default ->
                        signers.agency()
                                .withField("CoQuan")
                                .sign(signers.agency().addField(page, "CoQuan", 1, 340, 30, 200, 60), LTA);
                };
        return new Base(name, file, page, table, pages, 1);
    }
}
