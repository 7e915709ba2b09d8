package vn.sohoa.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.LearnedThresholds;
import vn.sohoa.workflow.learning.LearnFromReview;
import vn.sohoa.workflow.learning.Reliability;

/** {@code learn}: what officers' decisions say about the machine. */
@Command(name = "learn")
@SuppressWarnings("NullAway.Init")
final class LearnCommand implements Runnable {
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

    @Command(name = "report")
    int report(@Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<Reliability> table = house.get(LearnFromReview.class).table();
            if (json) {
                Output.json(spec, table);
            } else {
                table.forEach(this::print);
            }
            return 0;
        }
    }

    private void print(Reliability line) {
        Output.line(
                spec,
                word("line").formatted(line.type() + "." + line.field(), line.cases(), line.right(), line.missed()));
        line.bins()
                .forEach(bin -> Output.line(
                        spec,
                        "    %3d–%-3d  %d/%d"
                                .formatted(bin.from(), Math.min(100, bin.below()), bin.right(), bin.cases())));
    }

    @Command(name = "export")
    int export(@Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "learnOut") Path out) {
        refuseToReplace(out);
        try (House house = House.open(root)) {
            Output.line(
                    spec,
                    LearnFromReview.write(out, house.get(LearnFromReview.class).csv())
                            .toString());
            return 0;
        }
    }

    @Command(name = "propose")
    int propose(
            @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "proposalOut") Path out,
            @Option(names = "--target", descriptionKey = "learnTarget", defaultValue = "99.5") double target,
            @Option(names = "--as", descriptionKey = "as") @Nullable String officer) {
        refuseToReplace(out);
        try (House house = House.open(root)) {
            LearnedThresholds.Agreed proposal = house.get(LearnFromReview.class)
                    .propose(target, Optional.ofNullable(officer).orElse(System.getProperty("user.name")));
            Output.line(
                    spec,
                    LearnFromReview.write(out, LearnedThresholds.write(proposal))
                            .toString());
            Output.note(spec, word("proposed").formatted(proposal.thresholds().size(), LearnFromReview.fewest(target)));
            return 0;
        }
    }

    @Command(name = "accept")
    int accept(
            @Parameters(paramLabel = "FILE", descriptionKey = "proposal") Path proposal,
            @Option(names = "--as", required = true, descriptionKey = "as") String officer) {
        if (!Files.isRegularFile(proposal)) {
            throw new DigitisationException(Problem.FILE_MISSING, proposal.toString());
        }
        try (House house = House.open(root)) {
            Output.line(spec, "✓ " + house.get(LearnFromReview.class).accept(proposal, officer));
            return 0;
        }
    }

    private static void refuseToReplace(Path out) {
        if (Files.exists(out)) {
            throw new DigitisationException(Problem.OUTPUT_EXISTS, out.toString());
        }
    }

    private String word(String key) {
        return spec.resourceBundle().getString("sohoa.learn." + key);
    }
}
