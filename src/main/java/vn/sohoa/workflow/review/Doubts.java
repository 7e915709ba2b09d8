package vn.sohoa.workflow.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.intake.BatchSplitter;
import vn.sohoa.page.PageText;
import vn.sohoa.quality.PageNumbers;
import vn.sohoa.workflow.LearnedThresholds;

/** Finds what is still doubtful on a paper: a function of its row, its text and what was decided. */
@Component
class Doubts {
    private final Extraction extraction;
    private final ReviewSettings settings;
    private final LearnedThresholds learned;

    Doubts(Extraction extraction, ReviewSettings settings, LearnedThresholds learned) {
        this.extraction = extraction;
        this.settings = settings;
        this.learned = learned;
    }

    /** Everything that is open, of the row and of the text, each subject once. */
    List<Doubt> all(Document paper, List<PageText> texts, List<ReviewDecision> decided) {
        List<Doubt> all = new ArrayList<>(open(paper, decided));
        for (Doubt doubt : ofText(paper, texts, decided)) {
            if (all.stream().noneMatch(known -> known.subject().equals(doubt.subject()))) {
                all.add(doubt);
            }
        }
        return all;
    }

    /** What the row says: the doubt for which the paper was laid aside, then kind, evidence and fields. */
    List<Doubt> open(Document paper, List<ReviewDecision> decided) {
        Map<String, Doubt> doubts = new LinkedHashMap<>();
        recorded(paper).forEach(doubt -> doubts.putIfAbsent(doubt.subject(), doubt));
        evidence(paper).forEach(doubt -> doubts.putIfAbsent(doubt.subject(), doubt));
        if (!paper.type().isKnown() || !isSure(paper.type(), paper.typeConfidence())) {
            doubts.putIfAbsent(ReviewDecision.TYPE, type(paper));
        }
        fields(paper).forEach(doubt -> doubts.putIfAbsent(doubt.subject(), doubt));
        doubts.keySet().removeAll(settled(decided));
        return List.copyOf(doubts.values());
    }

    /** What the text of the pages says besides: it is asked before a paper goes on, since a run names only its first doubt. */
    private List<Doubt> ofText(Document paper, List<PageText> texts, List<ReviewDecision> decided) {
        List<Doubt> doubts = new ArrayList<>();
        double confidence = texts.stream()
                .filter(text -> !text.words().isEmpty())
                .mapToDouble(PageText::confidence)
                .average()
                .orElse(0);
        if (confidence < settings.textConfidence()) {
            doubts.add(Doubt.ofPaper(Problem.TEXT_UNSURE, "độ tin cậy " + Math.round(confidence) + "/100"));
        }
        List<Integer> first = isSigned(paper) ? List.of() : BatchSplitter.firstPages(texts);
        if (!first.isEmpty()) {
            doubts.add(Doubt.ofPaper(
                    Problem.MANY_PAPERS,
                    "trang "
                            + String.join(
                                    ", ", first.stream().map(String::valueOf).toList())));
        }
        PageNumbers.gap(texts).ifPresent(gap -> doubts.add(Doubt.ofPaper(gap.problem(), PageFault.keep(List.of(gap)))));
        Set<String> settled = settled(decided);
        doubts.removeIf(doubt -> settled.contains(doubt.subject()));
        return doubts;
    }

    /** Subjects on which a decision counts: with another kind of paper other fields are looked for. */
    static Set<String> settled(List<ReviewDecision> decided) {
        Set<String> settled = new LinkedHashSet<>();
        for (ReviewDecision decision : decided) {
            if (decision.subject().equals(ReviewDecision.TYPE)
                    && decision.verdict() == ReviewDecision.Verdict.CORRECTED) {
                settled.removeIf(subject -> !isProblem(subject));
            }
            settled.add(decision.subject());
        }
        return settled;
    }

    /** Whether a recorded doubt rests on the kind of paper that was assumed. */
    static boolean ofReading(Problem problem) {
        return switch (problem) {
            case TYPE_UNSURE, FIELD_MISSING, FIELD_CONFLICT, FIELD_UNSURE -> true;
            default -> false;
        };
    }

    private static List<Doubt> recorded(Document paper) {
        Problem problem = paper.problem();
        if (problem == null) {
            return List.of();
        }
        if (!ofReading(problem)) {
            return List.of(Doubt.ofPaper(problem, paper.problemDetail()));
        }
        return problem == Problem.TYPE_UNSURE
                ? List.of(type(paper))
                : Arrays.stream(paper.problemDetail().split(", "))
                        .filter(name -> name.matches("\\w+(\\.conflict)?"))
                        .map(name -> field(paper, FieldName.base(name), problem))
                        .toList();
    }

    private static List<Doubt> evidence(Document paper) {
        List<Doubt> doubts = new ArrayList<>();
        SignatureReport report = paper.signature();
        if (report != null && report.verdict() == SignatureVerdict.KHONG_HOP_LE) {
            doubts.add(Doubt.ofPaper(
                    Problem.SIGNATURE_INVALID, report.reasons().get(0).message()));
        }
        if (paper.duplicateOf() != null) {
            doubts.add(Doubt.ofPaper(Problem.DUPLICATE_HELD, String.valueOf(paper.duplicateOf())));
        }
        return doubts;
    }

    /** The kind of paper, told as a reading. */
    private static Doubt type(Document paper) {
        ExtractedValue reading = Corrections.type(paper.type(), paper.typeConfidence());
        return new Doubt(
                ReviewDecision.TYPE, Problem.TYPE_UNSURE, "", paper.type().isKnown() ? List.of(reading) : List.of());
    }

    private List<Doubt> fields(Document paper) {
        List<Doubt> doubts = new ArrayList<>();
        paper.values().stream()
                .filter(value -> value.field().endsWith(FieldName.CONFLICT))
                .map(value -> FieldName.base(value.field()))
                .distinct()
                .forEach(name -> doubts.add(field(paper, name, Problem.FIELD_CONFLICT)));
        extraction
                .doubtful(paper.type(), paper.values(), field -> threshold(paper, field, settings.fieldConfidence()))
                .forEach(name -> doubts.add(field(paper, name, Problem.FIELD_MISSING)));
        return doubts;
    }

    /** Whether a kind is certain enough not to be asked about. */
    boolean isSure(DocumentType type, double confidence) {
        return confidence >= learned.of(type.code(), LearnedThresholds.TYPE, settings.typeConfidence());
    }

    private double threshold(Document paper, String field, double otherwise) {
        return learned.of(paper.type().code(), field, otherwise);
    }

    private static Doubt field(Document paper, String name, Problem problem) {
        List<ExtractedValue> readings = paper.values().stream()
                .filter(value -> value.field().equals(name) || value.field().equals(name + FieldName.CONFLICT))
                .toList();
        boolean weak = problem == Problem.FIELD_MISSING && !readings.isEmpty();
        return new Doubt(name, weak ? Problem.FIELD_UNSURE : problem, "", readings);
    }

    private static boolean isProblem(String subject) {
        return subject.equals(subject.toUpperCase(Locale.ROOT));
    }

    private static boolean isSigned(Document paper) {
        SignatureReport report = paper.signature();
        return report != null && report.verdict() != SignatureVerdict.KHONG_CO_CHU_KY;
    }
}
