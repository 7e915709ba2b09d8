package vn.sohoa.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.access.Looks;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.FieldName;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.dossier.SignatureReport;
import vn.sohoa.dossier.SignatureVerdict;
import vn.sohoa.reuse.OwnerStore;
import vn.sohoa.reuse.ReuseDecision;
import vn.sohoa.workflow.review.OwnerLinkDesk;

/** {@code owner}: the electronic store of one person or organisation. */
@Command(name = "owner")
@SuppressWarnings("NullAway.Init")
final class OwnerCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    /** The published shape of {@code owner show --json}. */
    record OwnerJson(
            String ownerMasked,
            String kind,
            @Nullable String name,
            String day,
            List<OwnerLinkJson.Other> linked,
            int linksOpen,
            List<HeldDossierJson> dossiers,
            List<HeldPaperJson> papers) {

        static OwnerJson of(OwnerStore.Content store, Language language) {
            return new OwnerJson(
                    store.owner().masked(),
                    store.owner().kind().name(),
                    store.name().orElse(null),
                    store.day().toString(),
                    store.numbers().linked().entrySet().stream()
                            .map(other -> OwnerLinkJson.Other.of(other.getKey(), other.getValue()))
                            .toList(),
                    store.numbers().open().size(),
                    store.dossiers().stream().map(HeldDossierJson::of).toList(),
                    store.papers().stream()
                            .map(paper -> HeldPaperJson.of(paper, language))
                            .toList());
        }
    }

    /** What an officer may say of a paper that names two numbers. */
    enum Word {
        CONFIRMED,
        REFUSED
    }

    record HeldDossierJson(
            String dossier,
            @Nullable String procedure,
            @Nullable String procedureName,
            @Nullable String received,
            @Nullable String due,
            String receivingUnit) {

        static HeldDossierJson of(Dossier dossier) {
            return new HeldDossierJson(
                    dossier.code().value(),
                    dossier.procedureCode().map(Object::toString).orElse(null),
                    dossier.procedureName(),
                    dossier.received() == null ? null : dossier.received().toString(),
                    dossier.due() == null ? null : dossier.due().toString(),
                    dossier.receivingUnit().value());
        }
    }

    record HeldPaperJson(
            String document,
            String dossier,
            String type,
            String typeName,
            @Nullable String number,
            @Nullable String issuedDate,
            @Nullable String agency,
            boolean result,
            String status,
            String standing,
            ReuseDecision.Answer today,
            @Nullable String lastDay,
            List<ReuseJson.ReasonJson> reasons,
            String signature,
            String signatureWords,
            List<ReuseJson.UseJson> uses,
            List<DossierCommand.EventJson> history) {

        static HeldPaperJson of(OwnerStore.Paper held, Language language) {
            Document paper = held.document();
            SignatureVerdict verdict = Optional.ofNullable(paper.signature())
                    .map(SignatureReport::verdict)
                    .orElse(SignatureVerdict.KHONG_CO_CHU_KY);
            return new HeldPaperJson(
                    paper.id().toString(),
                    paper.dossier().value(),
                    paper.type().code(),
                    paper.type().name(),
                    paper.value(FieldName.CODE_NUMBER).map(OwnerId::maskedIn).orElse(null),
                    paper.value(FieldName.ISSUED_DATE).orElse(null),
                    paper.value(FieldName.AGENCY).orElse(null),
                    paper.result(),
                    paper.status().name(),
                    paper.standing().name(),
                    held.today().answer(),
                    held.today().evidence().get("lastDay"),
                    ReuseJson.told(held.today(), language),
                    verdict.name(),
                    verdict.label(language),
                    held.uses().stream().map(ReuseJson.UseJson::of).toList(),
                    held.history().stream()
                            .map(e -> new DossierCommand.EventJson(
                                    e.at().toString(), e.actor(), e.step(), e.event(), e.detail()))
                            .toList());
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "show")
    int show(
            @Parameters(paramLabel = "ID", descriptionKey = "owner") String id,
            @Option(names = "--purpose", required = true, descriptionKey = "ownerPurpose") String purpose,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        OwnerId owner = SearchCommand.owner(id);
        if (purpose.isBlank()) {
            throw new DigitisationException(Problem.USAGE, "--purpose");
        }
        try (House house = House.open(root)) {
            OwnerStore.Content content = house.get(OwnerStore.class).open(owner);
            Looks looks = house.get(Looks.class);
            looks.at(SearchCommand.machine(), Look.Kind.OWNER, OwnerId.maskedIn(purpose));
            looks.at(SearchCommand.machine(), Look.Kind.OWNER, content.documents(), OwnerId.maskedIn(purpose));
            OwnerJson store = OwnerJson.of(content, root.language());
            if (json) {
                Output.json(spec, store);
            } else {
                print(store);
            }
            return 0;
        }
    }

    @Command(name = "links")
    int links(
            @Option(names = "--open", descriptionKey = "ownerLinksOpen") boolean open,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            return print(house.get(OwnerLinkDesk.class).links(open), json);
        }
    }

    @Command(name = "decide")
    int decide(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Parameters(paramLabel = "WORD", descriptionKey = "ownerLinkWord") Word word,
            @Option(names = "--as", required = true, descriptionKey = "as") String officer,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            OwnerLinkDesk desk = house.get(OwnerLinkDesk.class);
            return print(desk.decide(ReuseCommand.document(document), word == Word.CONFIRMED, officer), json);
        }
    }

    private int print(List<OwnerLinkDesk.Line> lines, boolean json) {
        List<OwnerLinkJson> links = lines.stream().map(OwnerLinkJson::of).toList();
        if (json) {
            Output.json(spec, links);
        } else {
            links.forEach(link -> Output.line(spec, link.words()));
        }
        return 0;
    }

    private void print(OwnerJson store) {
        Output.line(spec, store.ownerMasked() + (store.name() == null ? "" : "  " + store.name()));
        store.linked()
                .forEach(other -> Output.line(
                        spec,
                        "= %s  %s  %s, %d"
                                .formatted(other.ownerMasked(), other.document(), other.method(), other.page())));
        if (store.linksOpen() > 0) {
            Output.note(spec, store.linksOpen() + " giấy tờ nêu số khác, chờ xem (owner links --open)");
        }
        for (HeldDossierJson dossier : store.dossiers()) {
            Output.line(spec, "%s  %s  %s".formatted(dossier.dossier(), dossier.received(), dossier.procedureName()));
            store.papers().stream()
                    .filter(paper -> paper.dossier().equals(dossier.dossier()))
                    .forEach(this::print);
        }
    }

    private void print(HeldPaperJson paper) {
        Output.line(
                spec,
                "  %s%s · %s · %s · %s"
                        .formatted(
                                paper.result() ? "★ " : "",
                                paper.typeName(),
                                paper.number() == null ? "–" : paper.number(),
                                paper.issuedDate() == null ? "–" : paper.issuedDate(),
                                paper.document()));
        Output.line(
                spec,
                "      %s, %s%s · %s"
                        .formatted(
                                paper.standing(),
                                paper.today(),
                                paper.lastDay() == null ? "" : " → " + paper.lastDay(),
                                paper.signatureWords()));
        paper.reasons().forEach(reason -> Output.line(spec, "      " + reason.line()));
        paper.uses().forEach(use -> Output.line(spec, "      ↻ " + use.line()));
    }
}
