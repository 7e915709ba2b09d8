package vn.sohoa.workflow.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.sohoa.catalog.ReviewBook;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentType;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.MachineReading;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ReviewDecision;
import vn.sohoa.dossier.ReviewDecision.Verdict;
import vn.sohoa.dossier.ScopeReason;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.page.Box;
import vn.sohoa.page.PageText;
import vn.sohoa.page.QrPayload;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.PageReading;
import vn.sohoa.reading.Part;
import vn.sohoa.reading.ReadingRequest;
import vn.sohoa.workflow.Change;
import vn.sohoa.workflow.Masters;

/** What a decision makes of a paper: kind, values, owner. What is keyed in passes the rules of what is read. */
@Component
class Corrections {
    private static final int SURE = 100;

    private final Extraction extraction;
    private final ReviewBook book;
    private final Masters masters;
    private final DocumentReader reader;
    private final ReviewTexts texts;

    Corrections(Extraction extraction, ReviewBook book, Masters masters, DocumentReader reader, ReviewTexts texts) {
        this.extraction = extraction;
        this.book = book;
        this.masters = masters;
        this.reader = reader;
        this.texts = texts;
    }

    /**
     * @param decided what is entered into the book
     * @param scope present if a paper of that kind is not digitised
     * @param anew whether the doubts known so far belong to another kind of paper
     */
    record Correction(UnaryOperator<Change> edit, Optional<String> decided, Optional<ScopeReason> scope, boolean anew) {
        static Correction of(UnaryOperator<Change> edit, @Nullable String decided) {
            return new Correction(edit, Optional.ofNullable(decided), Optional.empty(), false);
        }
    }

    /** Problems: NOT_FOUND if there is no such doubt, VALUE_INVALID. */
    Correction of(Document paper, ReviewOrder order, List<Doubt> open) {
        String subject = order.subject();
        if (subject.equals(ReviewDecision.TYPE)) {
            return type(paper, order);
        }
        Optional<Doubt> doubt =
                open.stream().filter(each -> each.subject().equals(subject)).findFirst();
        if (doubt.filter(each -> !each.ofField()).isPresent()) {
            require(order.verdict() == Verdict.ACCEPTED, subject);
            return Correction.of(change -> change, null);
        }
        return field(paper, order, doubt);
    }

    private Correction type(Document paper, ReviewOrder order) {
        boolean corrected = order.verdict() == Verdict.CORRECTED;
        String code = order.value();
        require(order.verdict() != Verdict.REJECTED && (!corrected || code != null), ReviewDecision.TYPE);
        DocumentType type = corrected && code != null
                ? extraction
                        .type(code.strip())
                        .orElseThrow(() -> new DigitisationException(Problem.VALUE_INVALID, "loại giấy tờ"))
                : paper.type();
        require(type.isKnown(), ReviewDecision.TYPE);
        Optional<ScopeReason> scope = extraction.showOnly(type) ? Optional.of(ScopeReason.SHOW_ONLY) : Optional.empty();
        if (!corrected) {
            return new Correction(change -> change, Optional.of(type.code()), scope, false);
        }
        List<ExtractedValue> values = extraction.extract(type, texts(paper), qr(paper));
        return new Correction(
                change -> change.type(type, SURE).values(values, owner(values)), Optional.of(type.code()), scope, true);
    }

    private List<PageText> texts(Document paper) {
        return texts.of(paper);
    }

    /** The payloads are not kept with the text: they are read again. */
    private List<List<QrPayload>> qr(Document paper) {
        return masters.with(paper, file -> reader.read(file, ReadingRequest.of(Part.QR)).pages().stream()
                .map(PageReading::qr)
                .toList());
    }

    private Correction field(Document paper, ReviewOrder order, Optional<Doubt> doubt) {
        String name = order.subject();
        Optional<ExtractedValue> machine = machine(paper, name);
        boolean known = doubt.isPresent()
                || machine.isPresent()
                || (order.verdict() == Verdict.CORRECTED
                        && kept(paper, name, order.value()).isPresent());
        if (!known) {
            throw new DigitisationException(Problem.NOT_FOUND, paper.id() + " " + name);
        }
        List<ExtractedValue> values = new ArrayList<>(paper.values());
        values.removeIf(value -> value.field().equals(name) || value.field().equals(name + FieldName.CONFLICT));
        Optional<ExtractedValue> stands =
                switch (order.verdict()) {
                    case ACCEPTED, CONFIRMED -> {
                        require(machine.isPresent(), name);
                        yield machine;
                    }
                    case CORRECTED -> Optional.of(keyed(paper, order, machine));
                    case REJECTED -> Optional.empty();
                    case RESCAN -> throw new IllegalArgumentException("a whole paper is scanned again");
                };
        stands.ifPresent(value -> values.add(0, value));
        UnaryOperator<Change> edit =
                change -> change.values(values, name.equals(FieldName.OWNER_ID) ? owner(values) : paper.owner());
        return Correction.of(edit, stands.map(ExtractedValue::value).orElse(null));
    }

    private ExtractedValue keyed(Document paper, ReviewOrder order, Optional<ExtractedValue> machine) {
        String text = order.value();
        String value = kept(paper, order.subject(), text)
                .orElseThrow(() -> new DigitisationException(Problem.VALUE_INVALID, order.subject()));
        return new ExtractedValue(
                order.subject(),
                text == null ? value : text.strip(),
                value,
                machine.map(ExtractedValue::page).orElse(0),
                machine.map(ExtractedValue::box).orElse(Box.NONE),
                SURE,
                ExtractedValue.Method.KEYED);
    }

    /** What is keyed in as it is kept; empty if the field cannot hold it. */
    Optional<String> kept(Document paper, String subject, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return subject.equals(ReviewDecision.TYPE)
                ? Optional.of(text.strip())
                : extraction.keyed(paper.type(), subject, text);
    }

    /** What the machine had read of a field or a kind, whatever was decided since. */
    Optional<ExtractedValue> machine(Document paper, String subject) {
        if (subject.equals(ReviewDecision.TYPE)) {
            return book.reading(paper.id())
                    .filter(reading -> reading.type().isKnown())
                    .map(Corrections::type)
                    .or(() -> paper.type().isKnown() ? Optional.of(type(paper)) : Optional.empty());
        }
        return reading(paper.values(), subject)
                .or(() -> book.reading(paper.id()).flatMap(reading -> reading(reading.values(), subject)));
    }

    private static Optional<ExtractedValue> reading(List<ExtractedValue> values, String subject) {
        return values.stream()
                .filter(value -> value.field().equals(subject) && value.method() != ExtractedValue.Method.KEYED)
                .findFirst();
    }

    private static ExtractedValue type(MachineReading reading) {
        return type(reading.type(), reading.typeConfidence());
    }

    private static ExtractedValue type(Document paper) {
        return type(paper.type(), paper.typeConfidence());
    }

    /** The kind of paper, told as a reading. */
    static ExtractedValue type(DocumentType type, double confidence) {
        return new ExtractedValue(
                ReviewDecision.TYPE, type.name(), type.code(), 0, Box.NONE, confidence, ExtractedValue.Method.OCR);
    }

    private static @Nullable OwnerId owner(List<ExtractedValue> values) {
        return values.stream()
                .filter(value -> value.field().equals(FieldName.OWNER_ID))
                .findFirst()
                .flatMap(value -> OwnerId.find(value.value()))
                .orElse(null);
    }

    private static void require(boolean holds, String subject) {
        if (!holds) {
            throw new DigitisationException(Problem.VALUE_INVALID, subject);
        }
    }
}
