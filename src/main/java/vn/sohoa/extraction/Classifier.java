package vn.sohoa.extraction;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.extraction.TypesFile.Mark;
import vn.sohoa.extraction.TypesFile.TypeRule;
import vn.sohoa.extraction.TypesFile.Weights;

/** Adds up the layout evidence for each kind (thể thức, Decree 30/2020/NĐ-CP) and weighs it with what was learned of their words. */
final class Classifier {
    private static final double MOST = 99;
    /** A paper of fewer words is a scrap: no kind is sure. */
    private static final int SCRAP_WORDS = 14;

    private static final double SCRAP_CONFIDENCE = 45;
    private static final int CANDIDATES = 3;
    private static final double TOP = 0.35;
    private static final int TOP_PIECES = 14;

    private final TypesFile file;
    private final Map<String, DocumentType> types;
    private final Map<String, String> abbreviations;
    private final Titles titles;
    private final Map<String, Label> phrases;
    private final KindModel model;

    Classifier(TypesFile file, Map<String, DocumentType> types, Map<String, String> abbreviations, KindModel model) {
        this.model = model;
        this.file = file;
        this.types = types;
        this.abbreviations = abbreviations;
        this.phrases = file.types().stream()
                .flatMap(t -> Stream.concat(t.marks().stream(), t.against().stream()))
                .map(Mark::phrase)
                .distinct()
                .collect(Collectors.toMap(phrase -> phrase, Label::of));
        this.titles = new Titles(
                file.types(),
                Stream.concat(file.agencyStarts().stream(), file.authorities().stream())
                        .toList(),
                file.classifier().similarity());
    }

    Classification classify(Sheet sheet) {
        CopyMark copy = Copies.of(sheet);
        if (sheet.pieces().isEmpty()) {
            return new Classification(DocumentType.UNKNOWN, 0, List.of(), copy);
        }
        KindView view = view(sheet);
        List<Map.Entry<String, Double>> shares = model.probabilities(view).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .toList();
        List<Classification.Candidate> candidates = shares.stream()
                .filter(share -> types.containsKey(share.getKey()))
                .limit(CANDIDATES)
                .map(share -> new Classification.Candidate(type(share.getKey()), percent(share.getValue())))
                .toList();
        String best = shares.get(0).getKey();
        if (best.equals(KindModel.NONE) || candidates.isEmpty()) {
            return new Classification(
                    DocumentType.UNKNOWN, percent(1 - shares.get(0).getValue()), candidates, copy);
        }
        double sure = sure(sheet, view, best, shares.get(0).getValue());
        DocumentType type = sure >= file.classifier().threshold() ? type(best) : DocumentType.UNKNOWN;
        return new Classification(type, sure, candidates, copy);
    }

    /** 0 to {@link #MOST}; a scrap, or a paper that only speaks of the kind, stays below every threshold. */
    private double sure(Sheet sheet, KindView view, String kind, double probability) {
        KindView.Signs signs = view.signs().getOrDefault(kind, KindView.Signs.NONE);
        double sure = MOST * model.certainty(probability, signs, loudest(view).equals(kind));
        return sheet.wordCount() < SCRAP_WORDS || onlyMentioned(signs) ? Math.min(sure, SCRAP_CONFIDENCE) : sure;
    }

    static boolean onlyMentioned(KindView.Signs signs) {
        return signs.points() <= 0 || signs.under() || signs.bare();
    }

    /** The kind for which the rules alone speak loudest. */
    static String loudest(KindView view) {
        return view.signs().entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().points()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static double percent(double share) {
        return Math.min(MOST, 100 * share);
    }

    Titles titles() {
        return titles;
    }

    /** What the learned part is asked about. */
    KindView view(Sheet sheet) {
        Evidence evidence = evidence(sheet);
        Map<String, KindView.Signs> signs = new LinkedHashMap<>();
        file.types().stream().filter(TypeRule::hasSigns).forEach(rule -> signs.put(rule.code(), signs(rule, evidence)));
        Map<String, Double> features = KindFeatures.of(sheet, evidence.number(), evidence.motto(), evidence.dateLine());
        KindFeatures.overall(List.copyOf(signs.values()), features);
        return new KindView(features, signs);
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

    private KindView.Signs signs(TypeRule rule, Evidence evidence) {
        Weights weights = file.classifier();
        Optional<Titles.Hit> hit = evidence.titles().stream()
                .filter(h -> h.type().equals(rule.code()))
                .max(Comparator.comparingDouble(Titles.Hit::strength));
        double title = hit.map(Titles.Hit::strength).orElse(0.0);
        boolean abbreviated = evidence.number()
                .map(DocumentNumber::kind)
                .filter(kind -> rule.abbreviations().contains(kind))
                .isPresent();
        double marks = marks(rule.marks(), evidence.sheet());
        double against = marks(rule.against(), evidence.sheet());
        boolean untitled = rule.titles().isEmpty() && marks > 0;
        boolean first = hit.filter(Titles.Hit::first).isPresent();
        boolean under = hit.filter(h -> titles.under(evidence.sheet(), h)).isPresent();
        if (untitled && evidence.titles().stream().anyMatch(h -> h.strength() > 0.7)) {
            return new KindView.Signs(
                    0,
                    0,
                    false,
                    false,
                    abbreviated,
                    0,
                    against,
                    false); // it has a kind line, so it is not the kind that has none
        }
        double points = title * weights.title() + (abbreviated ? weights.abbreviation() : 0) + marks;
        if (title > 0 || abbreviated || untitled) {
            points += evidence.motto() ? weights.motto() : 0;
            points += evidence.dateLine() ? weights.dateLine() : 0;
            points += evidence.number().isPresent() ? weights.number() : 0;
        }
        boolean bare = rule.required().contains(FieldName.ISSUED_DATE)
                && !rule.abbreviations().isEmpty()
                && !evidence.motto()
                && !evidence.dateLine()
                && evidence.number().isEmpty();
        return new KindView.Signs(points - against, title, first, under, abbreviated, marks, against, bare);
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

    private DocumentType type(String code) {
        DocumentType type = types.get(code);
        if (type == null) {
            throw new IllegalStateException("kind without name: " + code);
        }
        return type;
    }
}
