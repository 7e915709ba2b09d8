package vn.sohoa.search;

import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Turns a paper into a Lucene document and the stored part of one into a hit. */
final class IndexEntry {
    private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);

    private static final FieldType PART = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    /** With the places of the words, so that passages are cut without reading the text once more. */
    private static final FieldType SHOWN = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);

    private final Document entry = new Document();

    private IndexEntry(String document, long version) {
        entry.add(new StringField(IndexFields.DOCUMENT, document, Field.Store.YES));
        entry.add(new SortedDocValuesField(IndexFields.DOCUMENT, new BytesRef(document)));
        entry.add(new NumericDocValuesField(IndexFields.VERSION, version));
    }

    static Document of(IndexedDocument paper) {
        IndexEntry entry = new IndexEntry(paper.document(), paper.version());
        entry.keyword(IndexFields.TYPE, paper.type());
        entry.keyword(IndexFields.STATUS, paper.status());
        entry.stored(IndexFields.DOSSIER, paper.dossier());
        entry.stored(IndexFields.TYPE_NAME, paper.typeName());
        entry.stored(IndexFields.OWNER_MASKED, paper.ownerMasked());
        PaperFields fields = PaperFields.of(paper);
        entry.stored(IndexFields.TITLE, fields.title());
        entry.stored(IndexFields.TEXT, fields.text());
        entry.part(IndexFields.TITLE, fields.title(), SHOWN);
        entry.part(IndexFields.TEXT, fields.text(), SHOWN);
        fields.ownerName().ifPresent(name -> entry.part(IndexFields.OWNER_NAME, name, PART));
        fields.words().forEach(entry::words);
        entry.agency(paper.agency());
        entry.dates(paper, fields);
        entry.codes(paper, fields);
        return entry.entry;
    }

    /** What stays of a paper that was taken out. */
    static Document gone(String document, long version) {
        IndexEntry entry = new IndexEntry(document, version);
        entry.keyword(IndexFields.GONE, "1");
        entry.entry.add(new NumericDocValuesField(IndexFields.GONE, 1));
        return entry.entry;
    }

    static SearchHits.Hit hit(Document stored, List<String> snippets, double score) {
        return new SearchHits.Hit(
                stored.get(IndexFields.DOCUMENT),
                stored.get(IndexFields.DOSSIER),
                stored.get(IndexFields.TYPE),
                stored.get(IndexFields.TYPE_NAME),
                stored.get(IndexFields.TITLE),
                stored.get(IndexFields.ISSUED_DATE),
                stored.get(IndexFields.AGENCY),
                stored.get(IndexFields.OWNER_MASKED),
                stored.get(IndexFields.STATUS),
                stored.get(IndexFields.VALID_UNTIL),
                snippets,
                score);
    }

    private void keyword(String field, String value) {
        entry.add(new StringField(field, value, Field.Store.YES));
    }

    private void stored(String field, @Nullable String value) {
        if (value != null) {
            entry.add(new StoredField(field, value));
        }
    }

    private void part(String field, String text, FieldType type) {
        entry.add(new Field(field, text, type));
    }

    private void words(String text) {
        part(IndexFields.WORDS, text, WORDS);
        part(IndexFields.folded(IndexFields.WORDS), text, WORDS);
    }

    private void agency(@Nullable String agency) {
        if (agency != null) {
            stored(IndexFields.AGENCY, agency);
            String name = PaperFields.term(VietnameseFolding.nfc(agency));
            entry.add(new StringField(IndexFields.AGENCY, VietnameseFolding.fold(name), Field.Store.NO));
            part(IndexFields.folded(IndexFields.AGENCY), name, PART);
        }
    }

    private void dates(IndexedDocument paper, PaperFields fields) {
        stored(IndexFields.ISSUED_DATE, paper.issuedDate());
        stored(IndexFields.VALID_UNTIL, paper.validUntil());
        fields.issuedOn().ifPresent(day -> {
            entry.add(new IntPoint(IndexFields.ISSUED_ON, day));
            entry.add(new NumericDocValuesField(IndexFields.ISSUED_ON, day));
        });
        entry.add(new IntPoint(IndexFields.VALID_TO, fields.validTo()));
    }

    private void codes(IndexedDocument paper, PaperFields fields) {
        if (paper.ownerId() != null) {
            String digits = PaperFields.term(PaperFields.digits(paper.ownerId()));
            entry.add(new StringField(IndexFields.OWNER_ID, digits, Field.Store.NO));
        }
        PaperFields.units(paper).forEach(unit -> entry.add(new StringField(IndexFields.UNIT, unit, Field.Store.NO)));
        fields.codes().forEach(code -> entry.add(new StringField(IndexFields.CODE, code, Field.Store.NO)));
        fields.codeParts().forEach(part -> entry.add(new StringField(IndexFields.CODE_PART, part, Field.Store.NO)));
    }

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }
}
