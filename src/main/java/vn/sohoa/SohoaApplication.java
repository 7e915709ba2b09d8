package vn.sohoa;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.sohoa.cli.CommandLineFace;

/** Start-up: hands the arguments to the command line, which starts whatever a command needs. */
@SpringBootApplication
public class SohoaApplication {

    /** @param arguments as typed after {@code ./sohoa} */
    public static void main(String[] arguments) {
        System.exit(new CommandLineFace(SohoaApplication.class).run(arguments));
    }
}
