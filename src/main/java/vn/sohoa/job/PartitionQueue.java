package vn.sohoa.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * The queue between the process that leads a run and its workers. A message is the number of a step execution and nothing else;
 * the job repository is the truth, and a claim on a paper entitles to work on it, not the message. Durable quorum queues: what
 * was confirmed survives the death of the broker, and a message that is handed out too often goes to the dead letters.
 */
final class PartitionQueue {
    private static final int DELIVERIES = 20;
    private static final Duration CONFIRM = Duration.ofSeconds(10);

    private final RabbitTemplate rabbit;
    private final AmqpAdmin admin;
    private final String name;

    PartitionQueue(RabbitTemplate rabbit, AmqpAdmin admin, String name) {
        this.rabbit = rabbit;
        this.admin = admin;
        this.name = name;
    }

    static Queue requests(String name) {
        return QueueBuilder.durable(name)
                .quorum()
                .deliveryLimit(DELIVERIES)
                .deadLetterExchange("")
                .deadLetterRoutingKey(dead(name))
                .build();
    }

    static Queue deadLetters(String name) {
        return QueueBuilder.durable(dead(name)).quorum().build();
    }

    static String dead(String name) {
        return name + ".dead";
    }

    String name() {
        return name;
    }

    /** Sends a request and waits until the broker has it safe. May be repeated: a request nobody waits for is dropped. */
    void send(long partition) {
        Message message = MessageBuilder.withBody(Long.toString(partition).getBytes(StandardCharsets.US_ASCII))
                .setContentType(MessageProperties.CONTENT_TYPE_TEXT_PLAIN)
                .build();
        rabbit.invoke(channel -> {
            channel.send("", name, message);
            channel.waitForConfirmsOrDie(CONFIRM.toMillis());
            return true;
        });
    }

    /** The partition that a message is about; empty if it is no message of ours. */
    static OptionalLong partition(Message message) {
        String body = new String(message.getBody(), StandardCharsets.US_ASCII);
        return body.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(body)) : OptionalLong.empty();
    }

    /** Requests that no worker has taken yet. */
    long waiting() {
        QueueInformation found = information();
        return found == null ? 0 : found.getMessageCount();
    }

    /** Requests that were handed out too often and wait for their burial. */
    long dead() {
        QueueInformation found = admin.getQueueInfo(dead(name));
        return found == null ? 0 : found.getMessageCount();
    }

    /** Hands that workers hold out for requests. */
    long workers() {
        QueueInformation found = information();
        return found == null ? 0 : found.getConsumerCount();
    }

    private @Nullable QueueInformation information() {
        return admin.getQueueInfo(name);
    }

    /** Takes a partition that was handed out too often, if there is one. */
    OptionalLong takeDead() {
        Message message = rabbit.receive(dead(name));
        return message == null ? OptionalLong.empty() : partition(message);
    }
}
