package vn.sohoa.cli;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import vn.sohoa.access.Accounts;
import vn.sohoa.access.Visitor;
import vn.sohoa.dossier.Account;
import vn.sohoa.dossier.Role;

/** {@code user}: local accounts. Passwords made here are printed once. */
@Command(name = "user")
@SuppressWarnings("NullAway.Init")
final class UserCommand implements Runnable {
    @ParentCommand
    private Root root;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private Engines.Choice engines;

    @Spec
    private CommandSpec spec;

    record UserJson(
            String name,
            String displayName,
            Set<Role> roles,
            String unit,
            boolean enabled,
            boolean oneTimePassword,
            boolean secondFactor,
            boolean locked) {

        static UserJson of(Accounts.Listed listed) {
            Account account = listed.account();
            return new UserJson(
                    account.name(),
                    account.displayName(),
                    new TreeSet<>(account.roles()),
                    account.unit(),
                    account.enabled(),
                    listed.oneTime(),
                    listed.secondFactor(),
                    listed.locked());
        }

        String words() {
            return "%s %-20s %-12s %s  %s%s"
                    .formatted(
                            enabled ? "✓" : "✗",
                            name,
                            unit,
                            roles,
                            displayName,
                            (oneTimePassword ? " · 1×" : "") + (secondFactor ? " · 2F" : "") + (locked ? " · 🔒" : ""));
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "add")
    int add(
            @Parameters(paramLabel = "NAME", descriptionKey = "userName") String name,
            @Option(names = "--role", required = true, split = ",", descriptionKey = "userRole") Set<Role> roles,
            @Option(names = "--unit", required = true, descriptionKey = "userUnit") String unit,
            @Option(names = "--display", descriptionKey = "userDisplay") @Nullable String display) {
        try (House house = House.open(root)) {
            print(house.get(Accounts.class).add(machine(), name, display == null ? name : display, roles, unit));
            return 0;
        }
    }

    @Command(name = "list")
    int list(@Option(names = "--json", descriptionKey = "json") boolean json) {
        try (House house = House.open(root)) {
            List<UserJson> users =
                    house.get(Accounts.class).list().stream().map(UserJson::of).toList();
            if (json) {
                Output.json(spec, users);
            } else {
                users.forEach(user -> Output.line(spec, user.words()));
            }
            return 0;
        }
    }

    @Command(name = "disable")
    int disable(@Parameters(paramLabel = "NAME", descriptionKey = "userName") String name) {
        return enable(name, false);
    }

    @Command(name = "enable")
    int enable(@Parameters(paramLabel = "NAME", descriptionKey = "userName") String name) {
        return enable(name, true);
    }

    private int enable(String name, boolean enabled) {
        try (House house = House.open(root)) {
            house.get(Accounts.class).enable(machine(), name, enabled);
            Output.line(spec, (enabled ? "✓ " : "✗ ") + name);
            return 0;
        }
    }

    @Command(name = "reset")
    int reset(@Parameters(paramLabel = "NAME", descriptionKey = "userName") String name) {
        try (House house = House.open(root)) {
            print(house.get(Accounts.class).reset(machine(), name));
            return 0;
        }
    }

    private void print(Accounts.Made made) {
        Output.line(spec, oneTime(spec, made));
    }

    /** The one place where a password is shown, once. */
    static String oneTime(CommandSpec spec, Accounts.Made made) {
        return spec.resourceBundle()
                .getString("sohoa.user.oneTime")
                .formatted(made.account().name(), made.password());
    }

    private static Visitor machine() {
        return SearchCommand.machine();
    }
}
