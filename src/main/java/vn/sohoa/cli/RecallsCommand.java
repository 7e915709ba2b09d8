package vn.sohoa.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.reuse.ReuseLedger;

/** {@code reuse recalls}: who has used a paper that was withdrawn afterwards. */
@Command(name = "recalls")
@SuppressWarnings("NullAway.Init")
final class RecallsCommand implements Callable<Integer> {
    @ParentCommand
    private ReuseCommand reuse;

    @Spec
    private CommandSpec spec;

    @Option(names = "--settled", descriptionKey = "recallsSettled")
    private boolean settled;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        try (House house = House.open(reuse.root())) {
            List<ReuseJson.RecallJson> recalls = house.get(ReuseLedger.class).recalls(!settled).stream()
                    .map(ReuseJson.RecallJson::of)
                    .toList();
            if (json) {
                Output.json(spec, recalls);
            } else {
                recalls.forEach(recall -> Output.line(spec, recall.line()));
            }
            return 0;
        }
    }

    @Command(name = "done")
    int done(
            @Parameters(paramLabel = "ID", descriptionKey = "recallId") long id,
            @Option(names = "--note", required = true, descriptionKey = "recallNote") String note,
            @Option(names = "--as", descriptionKey = "as") @Nullable String officer) {
        try (House house = House.open(reuse.root())) {
            String name = Optional.ofNullable(officer).orElse(System.getProperty("user.name"));
            house.get(ReuseLedger.class).settle(id, name, note);
            Output.line(spec, "✓ " + id);
            return 0;
        }
    }
}
