package vn.sohoa.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.PartialDate;

/**
 * What both adapters put into an index for a paper beyond what it says itself, made in one place so that they find the same.
 *
 * @param title plain, like the text and the owner's name
 * @param codes whole codes, canonical
 * @param codeParts every stretch of a code, canonical
 * @param issuedOn first day that the date can mean, days since 1970
 * @param validTo last day of validity, days since 1970; far away where none is known
 */
record PaperFields(
        String title,
        String text,
        Optional<String> ownerName,
        Set<String> codes,
        Set<String> codeParts,
        OptionalInt issuedOn,
        int validTo) {
    /** How many times these stand among the words. */
    private static final int TITLE_TIMES = 4;

    private static final int OWNER_TIMES = 2;

    /** What an index takes as one term; nothing that long is looked for as a whole. */
    private static final int MAX_TERM = 1_000;

    static PaperFields of(IndexedDocument paper) {
        Set<String> given = new LinkedHashSet<>(paper.codes());
        given.add(paper.dossier());
        if (paper.ownerId() != null) {
            given.add(paper.ownerId());
        }
        Set<String> codes = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        for (String code : given) {
            codes.add(CodeForms.canonical(code));
            parts.addAll(CodeForms.stretches(code));
        }
        codes.removeIf(form -> !isTerm(form));
        parts.removeIf(form -> !isTerm(form));
        OptionalInt issuedOn = earliest(paper.issuedDate())
                .map(day -> OptionalInt.of(day(day)))
                .orElseGet(OptionalInt::empty);
        int validTo = lastDay(paper.validUntil()).map(PaperFields::day).orElse(Integer.MAX_VALUE);
        return new PaperFields(
                plain(paper.title()),
                plain(String.join(" ", paper.pages())),
                Optional.ofNullable(paper.ownerName()).map(PaperFields::plain),
                codes,
                parts,
                issuedOn,
                validTo);
    }

    /** What words are looked for in: a word of the title or the owner's name weighs as if it stood there so many times. */
    List<String> words() {
        List<String> words = new ArrayList<>(Collections.nCopies(TITLE_TIMES, title));
        words.add(text);
        ownerName.ifPresent(name -> words.addAll(Collections.nCopies(OWNER_TIMES, name)));
        return words;
    }

    /** The units of a paper and every unit above them: a scope finds it by any one. */
    static List<String> units(IndexedDocument paper) {
        return paper.units().stream()
                .flatMap(unit -> AgencyScope.above(unit).stream())
                .distinct()
                .toList();
    }

    private static boolean isTerm(String text) {
        return !text.isEmpty() && text.length() <= MAX_TERM;
    }

    /** A name that is looked for as a whole, not longer than an index takes. */
    static String term(String text) {
        return text.length() <= MAX_TERM ? text : text.substring(0, MAX_TERM);
    }

    /** A text as it is indexed and shown: composed letters, one line, without the marks that snippets set. */
    private static String plain(String text) {
        String whole = whole(VietnameseFolding.nfc(text));
        StringBuilder plain = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                }
            } else {
                plain.append(c == '⟦' ? '[' : c == '⟧' ? ']' : c);
            }
        }
        return plain.toString().strip();
    }

    /** Without halves of characters, which no JSON can carry. */
    static String whole(String text) {
        boolean simple = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        return simple ? text : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
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
}
