package vn.sohoa.cli;

import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.OwnerLink;
import vn.sohoa.workflow.review.OwnerLinkDesk;

/** The published shape of {@code owner links --json}. */
record OwnerLinkJson(
        String document,
        int page,
        String oldMasked,
        String ownerMasked,
        String method,
        String state,
        boolean stands,
        boolean ambiguous,
        @Nullable String officer,
        @Nullable String decided) {

    static OwnerLinkJson of(OwnerLinkDesk.Line line) {
        OwnerLink link = line.link();
        return new OwnerLinkJson(
                link.document().toString(),
                link.page(),
                link.old().masked(),
                link.owner().masked(),
                link.method().name(),
                link.state().name(),
                line.stands(),
                line.ambiguous(),
                link.officer(),
                link.decided() == null ? null : link.decided().toString());
    }

    String words() {
        return "%s%s  %s = %s  %s, %d  %s%s%s"
                .formatted(
                        stands ? "✓ " : "  ",
                        document,
                        oldMasked,
                        ownerMasked,
                        method,
                        page,
                        state,
                        ambiguous ? "  ≠" : "",
                        officer == null ? "" : " · " + officer);
    }

    /** Another number of the owner, with the paper that says so. */
    record Other(String ownerMasked, String kind, String document, int page, String method, String state) {

        static Other of(OwnerId other, OwnerLink link) {
            return new Other(
                    other.masked(),
                    other.kind().name(),
                    link.document().toString(),
                    link.page(),
                    link.method().name(),
                    link.state().name());
        }
    }
}
