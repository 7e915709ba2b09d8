package vn.sohoa.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import vn.sohoa.codes.AdministrativeUnits;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.quality.QualityProfiles;
import vn.sohoa.reading.DocumentReader;
import vn.sohoa.reading.DocumentReaders;
import vn.sohoa.reading.ReadingSettings;
import vn.sohoa.signing.AgencySettings;
import vn.sohoa.signing.SignatureProfiles;
import vn.sohoa.signing.TokenSettings;
import vn.sohoa.signing.TsaSettings;
import vn.sohoa.signing.network.NetworkSettings;

/** The file tools with the settings of application.yml but without a context, database or web: quick to start. */
public final class QuickTools implements AutoCloseable {
    private final DocumentReader reader;
    private final Path reference;
    private final SigningDesk desk;

    private QuickTools(DocumentReader reader, Path reference, SigningDesk desk) {
        this.reader = reader;
        this.reference = reference;
        this.desk = desk;
    }

    /**
     * @param settings of the room {@code sohoa}, such as {@code sohoa.home}; they go before application.yml
     * @throws DigitisationException CONFIGURATION_INVALID
     */
    public static QuickTools open(Map<String, String> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", new LinkedHashMap<>(settings)));
        try {
            new YamlPropertySourceLoader()
                    .load("defaults", new ClassPathResource("application.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException cannot) {
            throw new DigitisationException(Problem.CONFIGURATION_INVALID, "application.yml", cannot);
        }
        Binder binder = Binder.get(environment);
        ReadingSettings reading =
                binder.bind("sohoa.reading", ReadingSettings.class).get();
        WorkflowSettings workflow =
                binder.bind("sohoa.workflow", WorkflowSettings.class).get();
        NetworkSettings network =
                binder.bind("sohoa.signing.network", NetworkSettings.class).get();
        SigningDesk desk = new SigningDesk(
                new SigningDesk.Settings(
                        binder.bind("sohoa.signing.token", TokenSettings.class).get(),
                        binder.bind("sohoa.signing.tsa", TsaSettings.class).get(),
                        network,
                        new AgencySettings(false, ""),
                        reading.trust(),
                        workflow.reference().resolve(SignatureProfiles.FILE)),
                Clock.systemUTC());
        return new QuickTools(
                DocumentReaders.inquiring(reading, network, Clock.systemUTC()), workflow.reference(), desk);
    }

    /** Signs files; opens the token with the first of them. */
    public SignFiles signer() {
        return new SignFiles(reader, desk);
    }

    /** Text and signatures of files; does not load the reference data. */
    public ReadFiles files() {
        return new ReadFiles(reader);
    }

    /** Cuts mixed batches; does not load the reference data. */
    public SplitBatch splitter() {
        return new SplitBatch(reader);
    }

    /** What the pipeline would make of files. */
    public InspectFile inspector() {
        return new InspectFile(
                reader,
                new Understanding(
                        Extraction.load(reference, Clock.systemUTC()),
                        LearnedThresholds.load(reference),
                        new Addresses(AdministrativeUnits.load(reference), Clock.systemUTC())),
                QualityProfiles.load(reference.resolve("quality-profiles.yml")));
    }

    @Override
    public void close() {
        desk.close();
        reader.close();
    }
}
