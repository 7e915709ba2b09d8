package vn.sohoa.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.extraction.TypesFile.Mark;
import vn.sohoa.extraction.TypesFile.TypeRule;
import vn.sohoa.extraction.TypesFile.Weights;

/** Adds up the layout evidence for each kind (thể thức, Decree 30/2020/NĐ-CP). */
final class Classifier {
    private static final double MOST = 98;
    /** A paper of fewer words is a scrap: no kind is sure. */
    private static final int SCRAP_WORDS = 14;

    private static final double SCRAP_CONFIDENCE = 45;
    /** Two kinds closer than this: neither is sure. */
    private static final double MARGIN = 12;

    private static final int CANDIDATES = 3;
    private static final double TOP = 0.35;
    private static final int TOP_PIECES = 14;

    private final TypesFile file;
    private final Map<String, DocumentType> types;
    private final Map<String, String> abbreviations;
    private final Titles titles;
    private final Map<String, Label> phrases;

    Classifier(TypesFile file, Map<String, DocumentType> types, Map<String, String> abbreviations) {
        this.file = file;
        this.types = types;
        this.abbreviations = abbreviations;
        this.phrases = file.types().stream()
                .flatMap(t -> Stream.concat(t.marks().stream(), t.against().stream()))
                .map(Mark::phrase)
                .distinct()
                .collect(Collectors.toMap(phrase -> phrase, Label::of));
        this.titles = new Titles(file.types(), file.classifier().similarity());
    }

    Classification classify(Sheet sheet) {
        Evidence evidence = evidence(sheet);
        List<Classification.Candidate> candidates = new ArrayList<>();
        for (TypeRule rule : file.types()) {
            double points = points(rule, evidence);
            if (points > 0) {
                candidates.add(new Classification.Candidate(type(rule), Math.min(MOST, points)));
            }
        }
        candidates.sort(
                Comparator.comparingDouble(Classification.Candidate::confidence).reversed());
        return answer(sheet, candidates);
    }

    Titles titles() {
        return titles;
    }

    private Classification answer(Sheet sheet, List<Classification.Candidate> candidates) {
        if (candidates.isEmpty()) {
            return new Classification(DocumentType.UNKNOWN, 0, List.of());
        }
        double best = candidates.get(0).confidence();
        double second = candidates.size() > 1 ? candidates.get(1).confidence() : 0;
        double sure = best - Math.max(0, MARGIN - (best - second));
        if (sheet.wordCount() < SCRAP_WORDS) {
            sure = Math.min(sure, SCRAP_CONFIDENCE);
        }
        sure = Math.max(0, sure);
        boolean known = sure >= file.classifier().threshold();
        return new Classification(
                known ? candidates.get(0).type() : DocumentType.UNKNOWN,
                sure,
                candidates.subList(0, Math.min(CANDIDATES, candidates.size())));
    }

    private record Evidence(
            Sheet sheet, List<Titles.Hit> titles, Optional<DocumentNumber> number, boolean motto, boolean dateLine) {}

    private Evidence evidence(Sheet sheet) {
        Header header = new Header(sheet, abbreviations);
        return new Evidence(
                sheet,
                titles.find(sheet),
                header.number().map(Header.Numbered::number),
                sheet.pieces().stream().anyMatch(p -> Cuts.isMotto(p.folded())),
                header.dateLine().isPresent());
    }

    private double points(TypeRule rule, Evidence evidence) {
        Weights weights = file.classifier();
        double title = evidence.titles().stream()
                .filter(hit -> hit.type().equals(rule.code()))
                .mapToDouble(Titles.Hit::strength)
                .max()
                .orElse(0);
        boolean abbreviated = evidence.number()
                .map(DocumentNumber::kind)
                .filter(kind -> rule.abbreviations().contains(kind))
                .isPresent();
        double marks = marks(rule.marks(), evidence.sheet());
        boolean untitled = rule.titles().isEmpty() && marks > 0;
        if (untitled && evidence.titles().stream().anyMatch(hit -> hit.strength() > 0.7)) {
            return 0; // it has a kind line, so it is not the kind that has none
        }
        double points = title * weights.title() + (abbreviated ? weights.abbreviation() : 0) + marks;
        if (title > 0 || abbreviated || untitled) {
            points += evidence.motto() ? weights.motto() : 0;
            points += evidence.dateLine() ? weights.dateLine() : 0;
            points += evidence.number().isPresent() ? weights.number() : 0;
        }
        return points - marks(rule.against(), evidence.sheet());
    }

    private double marks(List<Mark> marks, Sheet sheet) {
        return marks.stream()
                .filter(mark -> stands(mark, sheet))
                .mapToDouble(Mark::points)
                .sum();
    }

    private boolean stands(Mark mark, Sheet sheet) {
        Label phrase = Objects.requireNonNull(phrases.get(mark.phrase()));
        return sheet.pieces().stream().anyMatch(piece -> phrase.find(piece, 0)
                .filter(hit -> switch (mark.place()) {
                    case ANYWHERE -> true;
                    case LINE_START -> hit.from() <= 1;
                    case TOP ->
                        piece.page() == sheet.firstPage()
                                && (piece.placed() ? sheet.depth(piece) < TOP : piece.order() < TOP_PIECES);
                })
                .isPresent());
    }

    private DocumentType type(TypeRule rule) {
        DocumentType type = types.get(rule.code());
        if (type == null) {
            throw new IllegalStateException("kind without name: " + rule.code());
        }
        return type;
    }
}
