package vn.sohoa.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar that runs. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "SoHoa "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("dev")
        };
    }
}
