package vn.sohoa.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.QuickTools;
import vn.sohoa.workflow.SplitBatch;

/** {@code split}: a mixed batch into one file for each paper; or separator sheets to be printed. */
@Command(name = "split")
@SuppressWarnings("NullAway.Init")
final class SplitCommand implements Callable<Integer> {
    private static final int MOST_SHEETS = 1_000;

    @ParentCommand
    private Root root;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "splitFile")
    private @Nullable Path file;

    @Option(names = "--propose", descriptionKey = "propose")
    private boolean propose;

    @Option(names = "--cuts", paramLabel = "3,7", split = ",", descriptionKey = "cuts")
    private List<Integer> cuts = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "splitOut")
    private @Nullable Path out;

    @Option(names = "--sheets", paramLabel = "N", descriptionKey = "sheets")
    private int sheets;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** The published shape of {@code split --propose --json}. */
    record ProposalJson(
            String file,
            String sha256,
            int pages,
            boolean signed,
            List<Integer> separators,
            List<SplitBatch.Cut> cuts,
            List<SplitBatch.PaperPages> papers) {}

    @Override
    public Integer call() {
        Path target = out;
        Path batch = file;
        if (sheets > 0) {
            if (target == null || batch != null || propose || sheets > MOST_SHEETS) {
                throw new DigitisationException(Problem.USAGE, "--sheets N --out FILE.pdf, N ≤ " + MOST_SHEETS);
            }
            SplitBatch.sheets(sheets, target);
            return 0;
        }
        if (batch == null || propose == (target != null) || (propose && !cuts.isEmpty())) {
            throw new DigitisationException(Problem.USAGE, "split FILE --propose | split FILE [--cuts 3,7] --out DIR");
        }
        Map<String, String> settings = new HashMap<>(root.settings());
        settings.put("sohoa.reading.readers", "1");
        try (QuickTools tools = QuickTools.open(settings)) {
            SplitBatch splitter = tools.splitter();
            return target == null ? proposed(batch, splitter.propose(batch)) : cut(splitter.split(batch, cuts, target));
        }
    }

    private int proposed(Path batch, SplitBatch.Proposal proposal) {
        if (json) {
            Output.json(
                    spec,
                    new ProposalJson(
                            batch.toString(),
                            proposal.sha256(),
                            proposal.pages(),
                            proposal.signed(),
                            proposal.separators(),
                            proposal.cuts(),
                            proposal.papers()));
            return 0;
        }
        if (proposal.signed()) {
            Output.note(spec, ProblemExit.sentence(Problem.SIGNED_NOT_CUT, "", root.language()));
        }
        proposal.separators().forEach(page -> Output.line(spec, page + "  ✂ " + text("separator")));
        proposal.cuts()
                .forEach(cut ->
                        Output.line(spec, cut.page() + "  " + text(cut.reason()) + "  [" + cut.certainty() + "/100]"));
        proposal.papers().forEach(paper -> Output.line(spec, "→ " + paper.first() + "-" + paper.last()));
        return 0;
    }

    /** 3: cut where it looked like a first page; somebody should look. */
    private int cut(SplitBatch.Manifest manifest) {
        if (json) {
            Output.json(spec, manifest);
        } else {
            manifest.papers()
                    .forEach(paper -> Output.line(
                            spec,
                            paper.file() + "  " + paper.first() + "-" + paper.last() + "  " + text(paper.reason())));
        }
        boolean guessed =
                manifest.papers().stream().anyMatch(paper -> paper.reason().equals("FIRST_PAGE"));
        return guessed ? 3 : 0;
    }

    private String text(String key) {
        return spec.resourceBundle().getString("sohoa.split." + key);
    }
}
