package vn.sohoa.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.CodeFormat;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.DigitisationStatus;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DossierCode;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.dossier.PageFault;
import vn.sohoa.dossier.Person;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.ProvenanceEvent;
import vn.sohoa.dossier.StoredObject;
import vn.sohoa.workflow.QualityNote;
import vn.sohoa.workflow.RetryDocument;
import vn.sohoa.workflow.TrackDossier;

/** {@code dossier}: where a dossier and its papers stand. */
@Command(name = "dossier")
@SuppressWarnings("NullAway.Init")
final class DossierCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    record PaperJson(
            String document,
            String file,
            String title,
            String type,
            String status,
            String standing,
            @Nullable String problem,
            @Nullable String reason,
            String detail,
            int pages,
            @Nullable String code,
            @Nullable String resultCode,
            @Nullable String ownerMasked,
            @Nullable String signature,
            @Nullable String duplicateOf,
            @Nullable QualityJson quality,
            List<FieldJson> fields,
            List<StoredObject> objects,
            List<EventJson> history) {}

    /** The verdict on the scan and what it stands on. */
    record QualityJson(String version, String verdict, String pages, List<FaultJson> faults) {}

    record FaultJson(int page, String code, String detail, boolean hard) {}

    record FieldJson(String field, String value, int page, double confidence, String method) {}

    record EventJson(String at, String actor, String step, String event, String detail) {}

    record DossierJson(
            String dossier,
            @Nullable String procedure,
            String receivingUnit,
            @Nullable String due,
            @Nullable String ownerMasked,
            List<String> notes,
            List<PaperJson> papers) {}

    @Command(name = "show")
    int show(
            @Parameters(paramLabel = "CODE") String code,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            TrackDossier track = house.get(TrackDossier.class);
            TrackDossier.Tracked found =
                    track.dossier(code(code)).orElseThrow(() -> new DigitisationException(Problem.NOT_FOUND, code));
            print(List.of(json(found, track, true)), json, true);
            return 0;
        }
    }

    @Command(name = "list")
    int list(
            @Option(names = "--status", descriptionKey = "status") @Nullable DigitisationStatus status,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            TrackDossier track = house.get(TrackDossier.class);
            print(
                    track.dossiers(status).stream()
                            .map(found -> json(found, track, false))
                            .toList(),
                    json,
                    false);
            return 0;
        }
    }

    @Command(name = "retry")
    int retry(
            @Parameters(paramLabel = "CODE") String code,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<String> again =
                    house.get(RetryDocument.class).retry(code(code), System.getProperty("user.name")).stream()
                            .map(DocumentId::toString)
                            .toList();
            if (json) {
                Output.json(spec, again);
            } else {
                again.forEach(
                        id -> Output.line(spec, "→ " + DigitisationStatus.RECEIVED.label(root.language()) + " " + id));
            }
            return 0;
        }
    }

    static DossierCode code(String text) {
        if (!CodeFormat.HOSO.holds(text)) {
            throw new DigitisationException(Problem.DOSSIER_CODE_INVALID, text);
        }
        return new DossierCode(text.strip());
    }

    private DossierJson json(TrackDossier.Tracked found, TrackDossier track, boolean history) {
        return new DossierJson(
                found.dossier().code().value(),
                found.dossier().procedureCode().map(Object::toString).orElse(null),
                found.dossier().receivingUnit().value(),
                found.dossier().due() == null ? null : found.dossier().due().toString(),
                found.dossier()
                        .dossierOwner()
                        .flatMap(Person::ownerId)
                        .map(id -> id.masked())
                        .orElse(null),
                track.notes(found.dossier()),
                found.papers().stream()
                        .map(paper -> paper(found, paper, track, history))
                        .toList());
    }

    private PaperJson paper(TrackDossier.Tracked of, Document paper, TrackDossier track, boolean history) {
        List<ProvenanceEvent> events = history ? track.history(paper.id()) : List.of();
        return new PaperJson(
                paper.id().toString(),
                paper.source().name(),
                paper.title(),
                paper.type().code(),
                paper.status().name(),
                paper.standing().name(),
                paper.problem() == null ? null : paper.problem().name(),
                paper.scope() == null ? null : paper.scope().name(),
                PageFault.told(paper.problemDetail(), root.language()),
                paper.pages(),
                paper.code(),
                track.resultCode(of, paper).orElse(null),
                paper.owner() == null ? null : paper.owner().masked(),
                paper.signature() == null ? null : paper.signature().verdict().name(),
                paper.duplicateOf() == null ? null : paper.duplicateOf().toString(),
                QualityNote.latest(events).map(this::quality).orElse(null),
                history ? paper.values().stream().map(DossierCommand::field).toList() : List.of(),
                history ? paper.objects() : List.of(),
                events.stream()
                        .map(e -> new EventJson(e.at().toString(), e.actor(), e.step(), e.event(), e.detail()))
                        .toList());
    }

    private QualityJson quality(QualityNote note) {
        return new QualityJson(
                note.profile(),
                note.verdict(),
                note.pages(),
                note.faults().stream()
                        .map(f -> new FaultJson(f.page(), f.problem().name(), f.sentence(root.language()), f.hard()))
                        .toList());
    }

    private static FieldJson field(ExtractedValue value) {
        return new FieldJson(
                value.field(),
                value.value(),
                value.page(),
                value.confidence(),
                value.method().name());
    }

    private void print(List<DossierJson> dossiers, boolean json, boolean one) {
        if (json) {
            Output.json(spec, one ? dossiers.get(0) : dossiers);
            return;
        }
        for (DossierJson dossier : dossiers) {
            Output.line(spec, dossier.dossier() + "  " + dossier.receivingUnit());
            dossier.notes().forEach(note -> Output.line(spec, "  ! " + note));
            for (PaperJson paper : dossier.papers()) {
                String why = paper.problem() != null
                        ? Problem.valueOf(paper.problem()).message(root.language()) + " " + paper.detail()
                        : paper.reason() == null ? "" : paper.reason();
                Output.line(
                        spec,
                        "  %-14s %s  %s  %s  %s"
                                .formatted(
                                        DigitisationStatus.valueOf(paper.status())
                                                .label(root.language()),
                                        paper.file(),
                                        paper.type(),
                                        paper.document(),
                                        why));
                QualityJson quality = paper.quality();
                if (quality != null) {
                    Output.line(spec, "      " + quality.version() + " " + quality.verdict() + ": " + quality.pages());
                    quality.faults()
                            .forEach(f -> Output.line(
                                    spec, "      " + (f.hard() ? "! " : "· ") + f.detail() + " (" + f.code() + ")"));
                }
                paper.fields().forEach(f -> Output.line(spec, "      " + f.field() + ": " + f.value()));
                paper.objects().forEach(o -> Output.line(spec, "      " + o.role() + " " + o.key()));
                paper.history()
                        .forEach(e -> Output.line(
                                spec, "      " + e.at() + " " + e.actor() + " " + e.step() + " → " + e.event()));
            }
        }
    }
}
