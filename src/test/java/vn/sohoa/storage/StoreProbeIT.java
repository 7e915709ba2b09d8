package vn.sohoa.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Problem;
import vn.sohoa.servers.RealServers;

/** A start on a real S3 store: what it has to prove, and what it is refused for. */
class StoreProbeIT {
    @TempDir
    Path folder;

    @Test
    void opensALockedBucketThatKeepsItsPromises() throws Exception {
        try (S3Fixture s3 = S3Fixture.open(S3Settings.Lock.COMPLIANCE, true, folder)) {
            OpenedStore opened = S3Start.open(s3.settings, new byte[32], Clock.systemUTC());
            try (AutoCloseable closing = (AutoCloseable) opened.store()) {
                assertThat(closing).isNotNull();
                Map<String, Boolean> found = opened.check().check().stream()
                        .collect(Collectors.toMap(StoreCheck.Finding::name, StoreCheck.Finding::ok));
                assertThat(found).containsEntry("SIGNATURES", true).containsEntry("LOCK", true);
            }
        }
    }

    @Test
    void refusesABucketWithoutLock() throws Exception {
        for (S3Settings.Lock lock : new S3Settings.Lock[] {S3Settings.Lock.COMPLIANCE, S3Settings.Lock.GOVERNANCE}) {
            try (S3Fixture s3 = S3Fixture.open(lock, false, folder)) {
                refused(s3.settings).hasMessageContaining("LOCK").hasMessageNotContaining("SIGNATURES");
            }
        }
    }

    @Test
    void refusesAStoreThatOnlySaysItEncrypts() throws Exception {
        try (S3Fixture s3 = S3Fixture.open(S3Settings.Lock.NONE, true, folder)) {
            S3Settings encrypted =
                    S3Fixture.with(s3.settings, S3Settings.Encryption.S3, false, S3Settings.Probe.ALWAYS);
            refused(encrypted).hasMessageContaining("ENCRYPTION");
            S3Settings once = S3Fixture.with(s3.settings, S3Settings.Encryption.NONE, true, S3Settings.Probe.ALWAYS);
            refused(once).hasMessageContaining("WRITE_ONCE");
        }
    }

    @Test
    void remembersAProofForADayAndNotForOtherSettings() throws Exception {
        try (S3Fixture s3 = S3Fixture.open(S3Settings.Lock.NONE, true, folder)) {
            S3Settings daily = S3Fixture.with(s3.settings, S3Settings.Encryption.NONE, false, S3Settings.Probe.DAILY);
            close(S3Start.open(daily, new byte[32], Clock.systemUTC()));
            Instant now = Instant.now();
            Clock tomorrow = Clock.fixed(now.plus(Duration.ofHours(25)), ZoneOffset.UTC);
            Clock yesterday = Clock.fixed(now.minus(Duration.ofHours(1)), ZoneOffset.UTC);

            assertThat(new ProbeMemory(daily, Clock.systemUTC()).recall()).isPresent();
            assertThat(new ProbeMemory(daily, tomorrow).recall()).isEmpty();
            assertThat(new ProbeMemory(daily, yesterday).recall()).isEmpty();
            S3Settings other = S3Fixture.with(daily, S3Settings.Encryption.S3, false, S3Settings.Probe.DAILY);
            assertThat(new ProbeMemory(other, Clock.systemUTC()).recall()).isEmpty();
            Files.writeString(folder.resolve("proved"), "yes");
            assertThat(new ProbeMemory(daily, Clock.systemUTC()).recall()).isEmpty();
        }
    }

    @Test
    void saysHowToMakeAMissingBucketAndWhoseKeyIsWrong() {
        RealServers.S3 server = RealServers.s3();
        String bucket = "sohoa-it-missing";
        refused(S3Fixture.settings(server, bucket, S3Settings.Lock.NONE, folder))
                .hasMessageContaining("README");
        RealServers.S3 stranger = new RealServers.S3(server.url(), server.access(), "wrong");
        refused(S3Fixture.settings(stranger, bucket, S3Settings.Lock.NONE, folder))
                .hasMessageContaining("secret-key")
                .hasMessageNotContaining("wrong");
        RealServers.S3 nobody = new RealServers.S3("http://127.0.0.1:9", server.access(), server.secret());
        ObjectStoreContract.fails(
                Problem.STORE_UNAVAILABLE,
                () -> S3Start.open(
                        S3Fixture.settings(nobody, bucket, S3Settings.Lock.COMPLIANCE, folder),
                        new byte[32],
                        Clock.systemUTC()));
    }

    private static AbstractThrowableAssert<?, ?> refused(S3Settings settings) {
        return assertThatThrownBy(() -> close(S3Start.open(settings, new byte[32], Clock.systemUTC())))
                .isInstanceOfSatisfying(DigitisationException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.CONFIGURATION_INVALID));
    }

    private static void close(OpenedStore opened) throws Exception {
        ((AutoCloseable) opened.store()).close();
    }
}
