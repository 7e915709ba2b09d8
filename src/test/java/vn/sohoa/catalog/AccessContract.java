package vn.sohoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sohoa.catalog.TestCatalog.NOON;
import static vn.sohoa.catalog.TestCatalog.event;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.sohoa.dossier.Account;
import vn.sohoa.dossier.AgencyCode;
import vn.sohoa.dossier.AgencyScope;
import vn.sohoa.dossier.Document;
import vn.sohoa.dossier.Dossier;
import vn.sohoa.dossier.Look;
import vn.sohoa.dossier.Role;

/** Accounts, looks, and whose papers a thread may see, on any database. */
abstract class AccessContract extends DatabaseContract {
    private static final Account LAN =
            new Account("lan.nt", "Nguyễn Thị Lan", Set.of(Role.PROCESSING_OFFICER, Role.AUDITOR), "H15.12", true, 1);

    @Test
    void anAccountIsKeptAndItsNameIsTakenForEver() {
        assertThat(db.accountBook().add(LAN, "hash", NOON)).isTrue();
        assertThat(db.accountBook().add(LAN, "other", NOON)).isFalse();
        AccountBook.Held held = db.accountBook().find("lan.nt").orElseThrow();
        assertThat(held).isEqualTo(new AccountBook.Held(LAN, "hash", true, null, null));
        assertThat(db.accountBook().all()).containsExactly(held);
        assertThat(db.accountBook().find("ai.do")).isEmpty();
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        db.accountBook().add(LAN, "hash", NOON);
        AccountBook.Held held = db.accountBook().find("lan.nt").orElseThrow();
        assertThat(db.accountBook().change(held)).isTrue();
        assertThat(db.accountBook().change(held)).isFalse();
        assertThat(db.accountBook().find("lan.nt").orElseThrow().account().version())
                .isEqualTo(2);
    }

    @Test
    void wrongTriesLockAndASuccessForgetsThem() {
        db.accountBook().add(LAN, "hash", NOON);
        Duration quarter = Duration.ofMinutes(15);
        assertThat(db.accountBook().failed("lan.nt", NOON, 3, quarter)).isFalse();
        assertThat(db.accountBook().failed("lan.nt", NOON, 3, quarter)).isFalse();
        db.accountBook().succeeded("lan.nt");
        assertThat(db.accountBook().failed("lan.nt", NOON, 3, quarter)).isFalse();
        assertThat(db.accountBook().failed("lan.nt", NOON, 3, quarter)).isFalse();
        assertThat(db.accountBook().failed("lan.nt", NOON, 3, quarter)).isTrue();
        assertThat(db.accountBook().find("lan.nt").orElseThrow().lockedUntil()).isEqualTo(NOON.plus(quarter));
    }

    @Test
    void aStepIsUsedOnceHoweverManyAskTogether() throws Exception {
        db.accountBook().add(LAN, "hash", NOON);
        assertThat(together(4, () -> db.accountBook().useStep("lan.nt", 7))).containsOnlyOnce(true);
        assertThat(db.accountBook().useStep("lan.nt", 6)).isFalse();
        assertThat(db.accountBook().useStep("lan.nt", 8)).isTrue();
    }

    private static Look look(UUID document, String purpose) {
        return new Look(
                NOON, "lan.nt", "AUDITOR", "H15.12", Look.Kind.PAGE, document, purpose, "127.0.0.1", Look.Result.SHOWN);
    }

    @Test
    void looksAreChainedWithoutGapsAlsoWhenManyLookTogether() throws Exception {
        AtomicLong turn = new AtomicLong();
        together(4, () -> {
            db.accessLog().enter(List.of(look(first.id().value(), "a" + turn.incrementAndGet()), look(null, "b")));
            return true;
        });
        assertThat(db.accessLog().violations()).isEmpty();
        assertThat(db.accessLog().newest(Optional.empty(), 100))
                .hasSize(8)
                .first()
                .satisfies(link -> assertThat(link.seq()).isEqualTo(8));
        assertThat(db.accessLog().newest(Optional.of(first.id()), 100)).hasSize(4);
        List<Long> read = new ArrayList<>();
        db.accessLog().read(link -> read.add(link.seq()));
        assertThat(read).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void aPageOfManyHitsIsChainedAsOne() {
        db.accessLog()
                .enter(IntStream.rangeClosed(1, 250)
                        .mapToObj(i -> look(i % 2 == 0 ? first.id().value() : null, "p" + i))
                        .toList());
        assertThat(db.accessLog().violations()).isEmpty();
        assertThat(db.accessLog().newest(Optional.empty(), 1_000))
                .hasSize(250)
                .first()
                .satisfies(link -> assertThat(link.look().purpose()).isEqualTo("p250"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update access_entry set who = 'x' where seq = 2",
                "update access_entry set happened_at = happened_at + interval '1' second where seq = 2",
                "delete from access_entry where seq = 2",
                "delete from access_entry where seq = 3",
                "update chain_head set seq = 2 where name = 'access_entry'"
            })
    void whatWasDoneToTheLogIsFound(String forgery) {
        db.accessLog().enter(List.of(look(null, "1"), look(null, "2"), look(null, "3")));
        List<Look> before = db.accessLog().newest(Optional.empty(), 10).stream()
                .map(AccessLog.Link::look)
                .toList();
        JdbcClient.create(db.dataSource()).sql(forgery).update();
        assertThat(db.accessLog().violations()).isNotEmpty();
        // what follows expects everything to be in order again
        JdbcClient.create(db.dataSource()).sql("delete from access_entry").update();
        JdbcClient.create(db.dataSource())
                .sql("update chain_head set seq = 0, hash = :hash where name = 'access_entry'")
                .param("hash", "0".repeat(64))
                .update();
        assertThat(before).hasSize(3);
    }

    @Test
    void aThreadSeesThePapersOfItsAgencyAloneAndGoesBackToWhatItSawBefore() {
        Dossier foreign = new Dossier(
                OTHER,
                null,
                null,
                null,
                LocalDate.parse("2026-11-01"),
                null,
                new AgencyCode("000.00.07.H20"),
                new AgencyCode("H20.07.01"),
                null);
        Document theirs = TestCatalog.paper(foreign, 1, "cua-ho.pdf");
        db.catalog().receive(foreign, List.of(theirs), event("TIEP_NHAN", "RECEIVED"));
        db.auditTrail().append(theirs.id(), event("XEM", "x"));

        assertThat(seen("H15.12"))
                .containsExactly(first.id().toString(), second.id().toString());
        assertThat(seen("H15"))
                .containsExactly(first.id().toString(), second.id().toString());
        assertThat(seen("H15.1")).isEmpty();
        assertThat(seen("H20")).containsExactly(theirs.id().toString());
        assertThat(seen("H20.07.01")).containsExactly(theirs.id().toString());
        assertThat(seen("*")).hasSize(3);
        AgencyScope ours = AgencyScope.of("H15");
        assertThat(within(ours, () -> db.catalog().document(theirs.id()))).isEmpty();
        assertThat(within(ours, () -> db.catalog().dossier(OTHER))).isEmpty();
        assertThat(within(ours, () -> db.auditTrail().history(theirs.id()))).isEmpty();
        assertThat(within(ours, () -> db.catalog().dossiers(DocumentFilter.ALL)))
                .containsExactly(dossier);
        assertThat(within(AgencyScope.NOTHING, () -> db.catalog().documents(DocumentFilter.ALL)))
                .isEmpty();
        assertThat(within(AgencyScope.NOTHING, () -> db.catalog().dossiers(DocumentFilter.ALL)))
                .isEmpty();
        assertThat(db.catalog().documents(DocumentFilter.ALL)).hasSize(3);
    }

    private List<String> seen(String unit) {
        return within(AgencyScope.of(unit), () -> db.catalog().documents(DocumentFilter.ALL)).stream()
                .map(paper -> paper.id().toString())
                .toList();
    }

    private static <T> T within(AgencyScope scope, Supplier<T> work) {
        CurrentScope.Held held = CurrentScope.narrow(scope);
        try {
            return work.get();
        } finally {
            held.close();
        }
    }
}
