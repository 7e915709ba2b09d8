package vn.sohoa.cli;

import picocli.CommandLine;

/** A command that was typed wrong: what is wrong, where help is, exit code 2. */
final class UsageExit implements CommandLine.IParameterExceptionHandler {
    private final boolean english;

    UsageExit(boolean english) {
        this.english = english;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        String name = line.getCommandSpec().qualifiedName();
        line.getErr()
                .println(
                        english
                                ? wrong.getMessage() + "\nSee: " + name + " --help"
                                : "Câu lệnh chưa đúng: " + wrong.getMessage() + "\nXem: " + name + " --help");
        return CommandLine.ExitCode.USAGE;
    }
}
