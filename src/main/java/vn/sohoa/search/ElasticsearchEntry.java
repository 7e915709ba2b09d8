package vn.sohoa.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry on its way into Elasticsearch.
 *
 * @param gone whether it is the marker of a paper that was taken out; it stays until the next rebuild, so that no late older
 *     version brings the paper back, however late (Elasticsearch itself forgets deletions after a minute)
 */
record ElasticsearchEntry(String document, long version, boolean gone, byte[] json) {

    static ElasticsearchEntry of(IndexedDocument paper) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(IndexFields.DOCUMENT, paper.document());
        entry.put(IndexFields.VERSION, paper.version());
        entry.put(IndexFields.TYPE, shown(paper.type()));
        entry.put(IndexFields.STATUS, shown(paper.status()));
        entry.put(IndexFields.DOSSIER, shown(paper.dossier()));
        entry.put(IndexFields.TYPE_NAME, shown(paper.typeName()));
        entry.put(IndexFields.OWNER_MASKED, shown(paper.ownerMasked()));
        PaperFields fields = PaperFields.of(paper);
        entry.put(IndexFields.TITLE, fields.title());
        entry.put(IndexFields.TEXT, fields.text());
        entry.put(IndexFields.WORDS, fields.words());
        fields.ownerName().ifPresent(name -> entry.put(IndexFields.OWNER_NAME, name));
        given(paper.ownerId())
                .ifPresent(id -> entry.put(IndexFields.OWNER_ID, PaperFields.term(PaperFields.digits(id))));
        given(paper.agency()).ifPresent(name -> entry.put(IndexFields.AGENCY, shown(VietnameseFolding.nfc(name))));
        given(paper.issuedDate()).ifPresent(date -> entry.put(IndexFields.ISSUED_DATE, shown(date)));
        given(paper.validUntil()).ifPresent(date -> entry.put(IndexFields.VALID_UNTIL, shown(date)));
        fields.issuedOn().ifPresent(day -> entry.put(IndexFields.ISSUED_ON, day));
        entry.put(IndexFields.VALID_TO, fields.validTo());
        entry.put(IndexFields.UNIT, PaperFields.units(paper));
        entry.put(IndexFields.CODE, fields.codes());
        entry.put(IndexFields.CODE_PART, fields.codeParts());
        return new ElasticsearchEntry(paper.document(), paper.version(), false, bytes(entry));
    }

    static ElasticsearchEntry gone(String document, long version) {
        Map<String, Object> entry =
                Map.of(IndexFields.DOCUMENT, document, IndexFields.VERSION, version, IndexFields.GONE, "1");
        return new ElasticsearchEntry(document, version, true, bytes(entry));
    }

    static SearchHits.Hit hit(Map<String, Object> source, List<String> snippets, double score) {
        return new SearchHits.Hit(
                text(source, IndexFields.DOCUMENT),
                text(source, IndexFields.DOSSIER),
                text(source, IndexFields.TYPE),
                text(source, IndexFields.TYPE_NAME),
                text(source, IndexFields.TITLE),
                orNull(source, IndexFields.ISSUED_DATE),
                orNull(source, IndexFields.AGENCY),
                text(source, IndexFields.OWNER_MASKED),
                text(source, IndexFields.STATUS),
                orNull(source, IndexFields.VALID_UNTIL),
                snippets,
                score);
    }

    private static String text(Map<String, Object> source, String field) {
        return String.format(Locale.ROOT, "%s", source.getOrDefault(field, ""));
    }

    private static @Nullable String orNull(Map<String, Object> source, String field) {
        return source.containsKey(field) ? text(source, field) : null;
    }

    /** What is shown and never searched in part: not longer than the index takes. */
    private static String shown(String text) {
        return PaperFields.term(PaperFields.whole(text));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text);
    }

    private static byte[] bytes(Map<String, Object> entry) {
        return JsonMapper.shared().writeValueAsBytes(entry);
    }
}
