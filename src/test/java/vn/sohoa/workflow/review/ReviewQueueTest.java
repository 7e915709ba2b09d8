package vn.sohoa.workflow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.catalog.Catalog;
import vn.sohoa.catalog.CurrentScope;
import vn.sohoa.catalog.TestCatalog;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.extraction.Extraction;
import vn.sohoa.workflow.LearnedThresholds;

/** The queue of agencies whose officers look at it in turn. */
class ReviewQueueTest {
    private static final int MANY = 60;
    private static final Extraction EXTRACTION = Extraction.load(Path.of("jobs", "reference"), Clock.systemUTC());

    private final List<String> asked = new ArrayList<>();

    @Test
    void anAgencyDoesNotPayForWhatAnotherHasLookedAt(@TempDir Path folder) {
        try (TestCatalog rows = TestCatalog.open(folder)) {
            receive(rows, "H15.12");
            receive(rows, "H49.18");
            ReviewQueue queue = new ReviewQueue(
                    counted(rows.catalog()),
                    rows.reviewBook(),
                    new Doubts(EXTRACTION, new ReviewSettings(60, 80, 50), LearnedThresholds.none()));

            assertThat(seen(queue, "H15"))
                    .hasSize(MANY)
                    .allMatch(entry -> entry.unit().value().equals("H15.12"));
            assertThat(seen(queue, "H49"))
                    .hasSize(MANY)
                    .allMatch(entry -> entry.unit().value().equals("H49.18"));
            assertThat(asked).filteredOn("documents"::equals).hasSize(2);

            assertThat(seen(queue, "H15")).hasSize(MANY);
            assertThat(seen(queue, "H49")).hasSize(MANY);
            assertThat(asked)
                    .filteredOn("documents"::equals)
                    .as("all papers read")
                    .hasSize(2);
        }
    }

    private static List<ReviewQueue.Entry> seen(ReviewQueue queue, String agency) {
        CurrentScope.Held held = CurrentScope.narrow(AgencyScope.of(agency));
        try {
            return queue.entries(null, null);
        } finally {
            held.close();
        }
    }

    private static void receive(TestCatalog rows, String unit) {
        Dossier some = TestCatalog.dossier(unit + "-261102-0001");
        Dossier dossier = new Dossier(
                some.code(),
                some.procedure(),
                some.procedureName(),
                some.owner(),
                some.received(),
                some.due(),
                new AgencyCode(unit),
                new AgencyCode(unit),
                null);
        List<Document> papers = IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> TestCatalog.paper(dossier, i, i + ".pdf"))
                .toList();
        rows.catalog().receive(dossier, papers, TestCatalog.event("intake", "RECEIVED"));
        JdbcClient.create(rows.dataSource())
                .sql("update document set status = 'IN_REVIEW'")
                .update();
    }

    /** The catalogue itself; notes what is asked of it. */
    private Catalog counted(Catalog catalog) {
        return (Catalog) Proxy.newProxyInstance(
                Catalog.class.getClassLoader(), new Class<?>[] {Catalog.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(catalog, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
