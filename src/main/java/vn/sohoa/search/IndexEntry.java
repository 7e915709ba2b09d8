package vn.sohoa.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import vn.sohoa.dossier.PartialDate;

/** Turns a paper into a Lucene document and the stored part of one into a hit. */
final class IndexEntry {
    private static final FieldType EXACT = type(IndexOptions.DOCS_AND_FREQS, false);
    private static final FieldType FOLDED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    /** Stored with its accents, and with offsets, so that snippets need no second analysis. */
    private static final FieldType SHOWN = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);

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
        entry.text(IndexFields.TITLE, paper.title(), SHOWN);
        entry.text(IndexFields.TEXT, String.join(" ", paper.pages()), SHOWN);
        entry.text(IndexFields.OWNER_NAME, paper.ownerName(), FOLDED);
        entry.agency(paper.agency());
        entry.dates(paper.issuedDate(), paper.validUntil());
        entry.codes(paper);
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
                stored.get(IndexFields.folded(IndexFields.TITLE)),
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

    private void text(String field, @Nullable String value, FieldType folded) {
        if (value != null) {
            String clean = Snippets.plain(VietnameseFolding.nfc(value));
            entry.add(new Field(field, clean, EXACT));
            entry.add(new Field(IndexFields.folded(field), clean, folded));
        }
    }

    private void agency(@Nullable String agency) {
        if (agency != null) {
            stored(IndexFields.AGENCY, agency);
            String name = VietnameseFolding.nfc(agency);
            entry.add(new StringField(IndexFields.AGENCY, VietnameseFolding.fold(name), Field.Store.NO));
            entry.add(new Field(IndexFields.folded(IndexFields.AGENCY), name, FOLDED));
        }
    }

    private void dates(@Nullable String issued, @Nullable String validUntil) {
        stored(IndexFields.ISSUED_DATE, issued);
        stored(IndexFields.VALID_UNTIL, validUntil);
        earliest(issued).ifPresent(day -> {
            entry.add(new IntPoint(IndexFields.ISSUED_ON, day(day)));
            entry.add(new NumericDocValuesField(IndexFields.ISSUED_ON, day(day)));
        });
        entry.add(new IntPoint(
                IndexFields.VALID_TO, lastDay(validUntil).map(IndexEntry::day).orElse(Integer.MAX_VALUE)));
    }

    private void codes(IndexedDocument paper) {
        Set<String> codes = new LinkedHashSet<>(paper.codes());
        codes.add(paper.dossier());
        if (paper.ownerId() != null) {
            codes.add(paper.ownerId());
            entry.add(new StringField(IndexFields.OWNER_ID, digits(paper.ownerId()), Field.Store.NO));
        }
        Set<String> parts = new LinkedHashSet<>();
        for (String code : codes) {
            String whole = CodeForms.canonical(code);
            if (!whole.isEmpty()) {
                entry.add(new StringField(IndexFields.CODE, whole, Field.Store.NO));
            }
            parts.addAll(CodeForms.stretches(code));
        }
        parts.forEach(part -> entry.add(new StringField(IndexFields.CODE_PART, part, Field.Store.NO)));
    }

    static String digits(String id) {
        return id.replaceAll("\\D", "");
    }

    static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }

    private static Optional<LocalDate> earliest(@Nullable String iso) {
        try {
            return Optional.ofNullable(iso).map(PartialDate::parse).map(PartialDate::earliest);
        } catch (IllegalArgumentException noDate) {
            return Optional.empty(); // the catalogue checks dates; the index only finds less
        }
    }

    private static Optional<LocalDate> lastDay(@Nullable String iso) {
        try {
            return Optional.ofNullable(iso).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            return Optional.empty(); // not known to have expired
        }
    }

    private static FieldType type(IndexOptions options, boolean stored) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setStored(stored);
        type.freeze();
        return type;
    }
}
