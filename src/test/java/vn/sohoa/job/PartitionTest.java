package vn.sohoa.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.MessageBuilder;
import vn.sohoa.dossier.DocumentId;
import vn.sohoa.workflow.RunPolicy;
import vn.sohoa.workflow.ScannerSignature;

class PartitionTest {

    @Test
    void aPartitionIsReadAsItWasWritten() {
        Partition partition = new Partition(
                List.of(new DocumentId(new UUID(1, 2)), new DocumentId(new UUID(3, 4))),
                new RunPolicy("ND30-COPY", ScannerSignature.BLOCK, 60.5, 80, 0));
        assertThat(Partition.read(partition.write())).isEqualTo(partition);
    }

    @Test
    void aMessageIsANumber() {
        assertThat(PartitionQueue.partition(message("4711"))).isEqualTo(OptionalLong.of(4711));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1 ", "0x10", "9999999999999999999", "{\"id\":1}"})
    void anythingElseIsNoRequest(String body) {
        assertThat(PartitionQueue.partition(message(body))).isEmpty();
    }

    private static org.springframework.amqp.core.Message message(String body) {
        return MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8)).build();
    }
}
