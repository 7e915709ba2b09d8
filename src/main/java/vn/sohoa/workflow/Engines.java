package vn.sohoa.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import vn.sohoa.catalog.DatabaseCheck;
import vn.sohoa.catalog.Outbox;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.search.DocumentIndex;
import vn.sohoa.search.SearchQuery;
import vn.sohoa.storage.ObjectKey;
import vn.sohoa.storage.ObjectStore;
import vn.sohoa.storage.StoreCheck;
import vn.sohoa.workflow.CheckReadiness.Check;

/** The engines behind the ports. Each port is asked for only when its engine is looked at: it may refuse to be made. */
final class Engines {

    private Engines() {}

    /** Several checks of one engine; where it says nothing but a problem, one check that tells it. */
    static List<Check> examined(String engine, Language language, Supplier<List<Check>> work) {
        try {
            return work.get();
        } catch (DigitisationException failure) {
            return List.of(failed(engine, failure, language));
        } catch (BeansException unmade) {
            return List.of(cause(unmade)
                    .map(failure -> failed(engine, failure, language))
                    .orElseGet(() -> new Check(engine, false, words(root(unmade)))));
        }
    }

    /** A setting that is wrong is named; what other failures say may hold more than names. */
    private static String words(Throwable root) {
        boolean setting =
                root instanceof IllegalArgumentException || root instanceof UnboundConfigurationPropertiesException;
        return root.getClass().getSimpleName() + (setting ? ": " + root.getMessage() : "");
    }

    private static Check failed(String engine, DigitisationException failure, Language language) {
        return new Check(
                engine,
                false,
                failure.problem().message(language) + " " + failure.detail() + " (" + failure.problem() + ")");
    }

    /** What a room said when it refused to be made, out of the wrappings of the container. */
    private static Optional<DigitisationException> cause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DigitisationException problem) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** PostgreSQL, or H2 within the process. */
    static final class OfDatabase implements EngineCheck {
        private final ObjectProvider<DatabaseCheck> check;
        private final ObjectProvider<Outbox> outbox;

        OfDatabase(ObjectProvider<DatabaseCheck> check, ObjectProvider<Outbox> outbox) {
            this.check = check;
            this.outbox = outbox;
        }

        @Override
        public String engine() {
            return "database";
        }

        @Override
        public void ask() {
            outbox.getObject().unsent(Outbox.Topic.INDEX, 1);
        }

        @Override
        public List<Check> examine(Language language) {
            return examined(engine(), language, () -> check.getObject().check().stream()
                    .map(found -> new Check(found.name(), found.ok(), found.detail()))
                    .toList());
        }
    }

    /** S3, or a folder. */
    static final class OfStore implements EngineCheck {
        private static final ObjectKey NOTHING = new ObjectKey("master/00/" + "0".repeat(62));
        private final ObjectProvider<ObjectStore> store;
        private final ObjectProvider<StoreCheck> check;

        OfStore(ObjectProvider<ObjectStore> store, ObjectProvider<StoreCheck> check) {
            this.store = store;
            this.check = check;
        }

        @Override
        public String engine() {
            return "store";
        }

        @Override
        public void ask() {
            store.getObject().contains(NOTHING);
        }

        @Override
        public List<Check> examine(Language language) {
            return examined(engine(), language, () -> {
                StoreCheck probe = check.getObject(); // made together with the store: it is there, and open to us
                List<Check> found = new ArrayList<>(List.of(new Check(engine(), true, "")));
                for (StoreCheck.Finding proof : probe.check()) {
                    String name = engine() + "." + proof.name().toLowerCase(Locale.ROOT);
                    found.add(new Check(name, proof.ok(), proof.detail()));
                }
                return found;
            });
        }
    }

    /** Elasticsearch, or Lucene within the process. */
    static final class OfIndex implements EngineCheck {
        private final ObjectProvider<DocumentIndex> index;

        OfIndex(ObjectProvider<DocumentIndex> index) {
            this.index = index;
        }

        @Override
        public String engine() {
            return "index";
        }

        @Override
        public void ask() {
            index.getObject().search(new SearchQuery("sohoa", null, null, null, null, null, null, 1));
        }

        @Override
        public List<Check> examine(Language language) {
            return examined(engine(), language, () -> index.getObject().check().stream()
                    .map(found -> new Check(found.name(), found.ok(), found.detail()))
                    .toList());
        }
    }
}
