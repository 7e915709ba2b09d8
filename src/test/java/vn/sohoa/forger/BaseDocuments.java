package vn.sohoa.forger;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import java.util.ArrayList;
import java.util.List;

/** The documents that attacks start from: 1 to 60 pages, three kinds of tables, four levels, one and two signatures, P1 to P3. */
public final class BaseDocuments {

    private final Signers signers;
    private final Papers papers;
    private final List<Base> bases = new ArrayList<>();

    private BaseDocuments(Signers signers, long seed) {
        this.signers = signers;
        papers = new Papers(seed);
    }

    /** All of them. */
    public static List<Base> all(Signers signers, long seed) {
        BaseDocuments made = new BaseDocuments(signers, seed);
        made.plain("table", false, 1, "B", "T", "LT", "LTA");
        made.plain("stream", true, 1, "B", "T", "LT", "LTA");
        made.plain("table", false, 5, "LTA");
        made.plain("stream", true, 2, "LT");
        made.plain("stream", true, 12, "LTA");
        made.plain("table", false, 60, "LT");
        made.plain("stream", true, 60, "LTA");
        made.hybrid("B", "LT", "LTA");
        made.certified(true, "LTA");
        made.certified(false, "LT");
        made.twice("table", false, "LT");
        made.twice("stream", true, "LTA");
        return made.bases;
    }

    /** The small ones: for a test in every build. */
    public static List<Base> few(Signers signers, long seed) {
        BaseDocuments made = new BaseDocuments(signers, seed);
        made.plain("table", false, 1, "LT");
        made.plain("stream", true, 1, "LTA");
        made.hybrid("LT");
        return made.bases;
    }

    private void plain(String kind, boolean compressed, int pages, String... levels) {
        byte[] page = papers.paper(pages, compressed);
        for (String level : levels) {
            byte[] file = signers.agency().sign(page, level(level));
            bases.add(new Base(kind + "-" + pages + "p-" + level, file, page, !compressed, pages, 1));
        }
    }

    private void hybrid(String... levels) {
        byte[] page = papers.hybrid();
        for (String level : levels) {
            bases.add(new Base("hybrid-1p-" + level, signers.agency().sign(page, level(level)), page, true, 1, 1));
        }
    }

    private void certified(boolean compressed, String level) {
        byte[] page = papers.paper(1, compressed);
        for (int permission = 1; permission <= 3; permission++) {
            byte[] file = signers.agency().withCertification(permission).sign(page, level(level));
            String kind = compressed ? "stream" : "table";
            bases.add(new Base(kind + "-1p-" + level + "-P" + permission, file, page, !compressed, 1, 1));
        }
    }

    private void twice(String kind, boolean compressed, String level) {
        byte[] page = papers.paper(1, compressed);
        byte[] once = signers.clerk()
                .withText(1, 40, 40, 200, 40, "Trần Thị Văn Thư")
                .sign(page, SignatureLevel.PAdES_BASELINE_T);
        byte[] file = signers.agency()
                .withText(1, 340, 40, 200, 40, "Sở Xây dựng tỉnh Thử Nghiệm")
                .sign(once, level(level));
        bases.add(new Base(kind + "-1p-" + level + "-2sig", file, page, !compressed, 1, 2));
    }

    static SignatureLevel level(String level) {
        return SignatureLevel.valueOf("PAdES_BASELINE_" + level);
    }
}
