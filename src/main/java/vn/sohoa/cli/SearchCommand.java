package vn.sohoa.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.access.Looks;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.OwnerId;
import vn.sohoa.dossier.Problem;
import vn.sohoa.reuse.PaperSearch;

/** {@code search}: reusable papers, with or without accents. */
@Command(name = "search")
@SuppressWarnings("NullAway.Init")
final class SearchCommand implements Callable<Integer> {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORDS", descriptionKey = "words")
    private List<String> words = List.of();

    @Option(names = "--owner", paramLabel = "ID", descriptionKey = "owner")
    private @Nullable String owner;

    @Option(names = "--type", paramLabel = "T", descriptionKey = "type")
    private @Nullable String type;

    @Option(names = "--agency", paramLabel = "A", descriptionKey = "agency")
    private @Nullable String agency;

    @Option(names = "--from", paramLabel = "D", descriptionKey = "from")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", descriptionKey = "to")
    private @Nullable LocalDate to;

    @Option(names = "--valid-on", paramLabel = "D", descriptionKey = "validOn")
    private @Nullable LocalDate validOn;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit", defaultValue = "20")
    private int limit;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        String id = Optional.ofNullable(owner).map(text -> owner(text).value()).orElse(null);
        try (House house = House.open(root)) {
            PaperSearch.Found found = house.get(PaperSearch.class)
                    .search(new PaperSearch.Wanted(
                            String.join(" ", words), id, type, agency, from, to, validOn, limit));
            house.get(Looks.class).at(machine(), Look.Kind.HIT, found.documents(), "");
            if (json) {
                Output.json(spec, found);
            } else {
                found.hits().forEach(this::print);
                Output.note(spec, (found.exact() ? "" : "từ (at least) ") + found.total() + " kết quả (hits)");
            }
            return 0;
        }
    }

    private void print(PaperSearch.Hit hit) {
        Output.line(
                spec,
                "%s  %s  %s%n    %s%s"
                        .formatted(
                                hit.document(),
                                hit.typeName(),
                                hit.dossier(),
                                hit.title(),
                                hit.issuedDate() == null ? "" : " · " + hit.issuedDate()));
        hit.snippets().forEach(snippet -> Output.line(spec, "    " + snippet));
    }

    /** Who works at this machine, for the log of looks. */
    static Visitor machine() {
        return Visitor.machine(System.getProperty("user.name"));
    }

    static OwnerId owner(String text) {
        return OwnerId.find(text)
                .orElseThrow(() -> new DigitisationException(Problem.USAGE, "--owner: 12, 10, 13 / 9 chữ số"));
    }
}
