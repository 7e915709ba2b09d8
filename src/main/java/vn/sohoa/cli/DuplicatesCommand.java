package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.dossier.DuplicatePair;
import vn.sohoa.dossier.ExtractedValue;
import vn.sohoa.workflow.review.CropDoubts;
import vn.sohoa.workflow.review.DuplicateDesk;

/** {@code duplicates}: papers that seem to be one, and papers that take the place of others. */
@Command(name = "duplicates")
@SuppressWarnings("NullAway.Init")
final class DuplicatesCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    record PairJson(
            String first,
            String second,
            double likeness,
            boolean sameKey,
            String found,
            @Nullable String verdict,
            @Nullable String successor,
            @Nullable String officer,
            @Nullable String decided) {

        static PairJson of(DuplicatePair pair) {
            return new PairJson(
                    pair.first().toString(),
                    pair.second().toString(),
                    pair.likeness(),
                    pair.sameKey(),
                    pair.found().toString(),
                    pair.outcome().map(Enum::name).orElse(null),
                    pair.standing().map(DocumentId::toString).orElse(null),
                    pair.officer(),
                    pair.decided() == null ? null : pair.decided().toString());
        }

        String words() {
            return "%s  %s  %d/100%s%s"
                    .formatted(
                            first,
                            second,
                            Math.round(100 * likeness),
                            sameKey ? "  =" : "",
                            verdict == null ? "" : "  " + verdict + " · " + officer);
        }
    }

    record PaperJson(
            String document,
            String dossier,
            String file,
            String type,
            String status,
            String standing,
            String receivedAt,
            int pages,
            Map<String, String> fields,
            @Nullable String picture) {

        static PaperJson of(Document paper, Optional<Path> picture) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (ExtractedValue value : paper.values()) {
                fields.putIfAbsent(value.field(), value.value());
            }
            return new PaperJson(
                    paper.id().toString(),
                    paper.dossier().value(),
                    paper.source().name(),
                    paper.type().code(),
                    paper.status().name(),
                    paper.standing().name(),
                    paper.receivedAt().toString(),
                    paper.pages(),
                    fields,
                    picture.map(Path::toString).orElse(null));
        }
    }

    record ShowJson(
            PaperJson left, PaperJson right, @Nullable PairJson pair) {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list")
    int list(
            @Option(names = "--decided", descriptionKey = "duplicatesDecided") DuplicatePair.@Nullable Verdict decided,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<PairJson> pairs = house.get(DuplicateDesk.class).pairs(Optional.ofNullable(decided)).stream()
                    .map(PairJson::of)
                    .toList();
            if (json) {
                Output.json(spec, pairs);
            } else {
                pairs.forEach(pair -> Output.line(spec, pair.words()));
            }
            return 0;
        }
    }

    @Command(name = "show")
    int show(
            @Parameters(paramLabel = "LEFT", descriptionKey = "document") String left,
            @Parameters(paramLabel = "RIGHT", descriptionKey = "document") String right,
            @Option(names = "--crops", paramLabel = "DIR", descriptionKey = "duplicatesPages") @Nullable Path folder,
            @Option(names = "--as", descriptionKey = "as") @Nullable String officer,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            DuplicateDesk.SideBySide both = house.get(DuplicateDesk.class)
                    .show(ReuseCommand.document(left), ReuseCommand.document(right), officer(officer));
            CropDoubts crops = house.get(CropDoubts.class);
            ShowJson shown = new ShowJson(
                    PaperJson.of(both.left(), picture(crops, both.left(), folder)),
                    PaperJson.of(both.right(), picture(crops, both.right(), folder)),
                    both.pair().map(PairJson::of).orElse(null));
            if (json) {
                Output.json(spec, shown);
            } else {
                print(shown);
            }
            return 0;
        }
    }

    private static Optional<Path> picture(CropDoubts crops, Document paper, @Nullable Path folder) {
        return folder == null ? Optional.empty() : crops.firstPage(paper, folder);
    }

    private void print(ShowJson shown) {
        PaperJson left = shown.left();
        PaperJson right = shown.right();
        row("", left.document(), right.document());
        row("", left.dossier(), right.dossier());
        row("", left.file(), right.file());
        row("", left.type(), right.type());
        row("", left.status() + ", " + left.standing(), right.status() + ", " + right.standing());
        row("", left.receivedAt(), right.receivedAt());
        TreeSet<String> fields = new TreeSet<>(left.fields().keySet());
        fields.addAll(right.fields().keySet());
        for (String field : fields) {
            row(field, left.fields().getOrDefault(field, "–"), right.fields().getOrDefault(field, "–"));
        }
        if (left.picture() != null || right.picture() != null) {
            row("", String.valueOf(left.picture()), String.valueOf(right.picture()));
        }
        if (shown.pair() != null) {
            Output.line(spec, shown.pair().words());
        }
    }

    private void row(String name, String left, String right) {
        String mark = name.isEmpty() || left.equals(right) ? " " : "≠";
        Output.line(spec, "%s %-18s %-40s | %s".formatted(mark, name, left, right));
    }

    @Command(name = "decide")
    int decide(
            @Parameters(paramLabel = "OLDER", descriptionKey = "document") String older,
            @Parameters(paramLabel = "NEWER", descriptionKey = "document") String newer,
            @Parameters(paramLabel = "VERDICT", descriptionKey = "duplicatesVerdict") DuplicatePair.Verdict verdict,
            @Option(names = "--as", descriptionKey = "as") @Nullable String officer,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            PairJson pair = PairJson.of(house.get(DuplicateDesk.class)
                    .decide(ReuseCommand.document(older), ReuseCommand.document(newer), verdict, officer(officer)));
            if (json) {
                Output.json(spec, pair);
            } else {
                Output.line(spec, "✓ " + pair.words());
            }
            return 0;
        }
    }

    @Command(name = "chain")
    int chain(
            @Parameters(paramLabel = "DOCUMENT", descriptionKey = "document") String document,
            @Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<PaperJson> chain = house.get(DuplicateDesk.class).chain(ReuseCommand.document(document)).stream()
                    .map(paper -> PaperJson.of(paper, Optional.empty()))
                    .toList();
            if (json) {
                Output.json(spec, chain);
            } else {
                chain.forEach(paper -> Output.line(
                        spec,
                        paper.document() + "  " + paper.type() + "  "
                                + paper.fields().getOrDefault("issuedDate", "–") + "  " + paper.standing()));
            }
            return 0;
        }
    }

    private static String officer(@Nullable String name) {
        return Optional.ofNullable(name).orElse(System.getProperty("user.name"));
    }
}
