package vn.sohoa.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;

/** The command line as a whole: one handler turns problems into exit codes (0 done, 1 failed, 2 usage, 3 people, 4 no). */
public final class CommandLineFace {
    private final Class<?> application;

    /** @param application the Spring Boot application that commands with a catalogue start */
    public CommandLineFace(Class<?> application) {
        this.application = application;
    }

    /** Runs one command; gives its exit code. */
    public int run(String... arguments) {
        Root root = new Root(application);
        CommandLine line = new CommandLine(root);
        boolean english = english(arguments);
        line.setResourceBundle(ResourceBundle.getBundle("messages.cli", english ? Locale.ENGLISH : Locale.ROOT));
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(new ProblemExit(root));
        line.setParameterExceptionHandler(new UsageExit(english));
        return line.execute(arguments);
    }

    /** Help is printed before options are known, so the language is looked for beforehand. */
    private static boolean english(String... arguments) {
        int at = Arrays.asList(arguments).indexOf("--lang");
        boolean apart = at >= 0 && at + 1 < arguments.length && arguments[at + 1].equalsIgnoreCase("en");
        return apart || Arrays.asList(arguments).contains("--lang=en");
    }
}
