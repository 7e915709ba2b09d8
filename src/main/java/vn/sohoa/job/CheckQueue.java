package vn.sohoa.job;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.ChannelCallback;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import vn.sohoa.dossier.DigitisationException;
import vn.sohoa.dossier.Language;
import vn.sohoa.dossier.Problem;
import vn.sohoa.workflow.CheckReadiness.Check;
import vn.sohoa.workflow.EngineCheck;

/** Looks at the queue between leader and workers (hàng đợi). It makes no queue: the first leader or worker does. */
final class CheckQueue implements EngineCheck {
    private static final String ENGINE = "queue";
    private static final String ALWAYS_THERE = "amq.direct";

    private final ObjectProvider<RabbitTemplate> rabbit;
    private final String name;

    /** @param name of the queue of requests */
    CheckQueue(ObjectProvider<RabbitTemplate> rabbit, String name) {
        this.rabbit = rabbit;
        this.name = name;
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    @Override
    public void ask() {
        try {
            broker(channel -> channel.exchangeDeclarePassive(ALWAYS_THERE));
        } catch (AmqpException away) {
            throw new DigitisationException(Problem.QUEUE_UNAVAILABLE, reason(away), away);
        }
    }

    @Override
    public List<Check> examine(Language language) {
        try {
            String version = broker(channel ->
                    String.valueOf(channel.getConnection().getServerProperties().get("version")));
            List<Check> found = new ArrayList<>(List.of(new Check(ENGINE, true, "RabbitMQ " + version)));
            found.addAll(queues());
            return found;
        } catch (AmqpException away) {
            Problem problem = Problem.QUEUE_UNAVAILABLE;
            return List.of(
                    new Check(ENGINE, false, problem.message(language) + " " + reason(away) + " (" + problem + ")"));
        }
    }

    private List<Check> queues() {
        Optional<AMQP.Queue.DeclareOk> there = look(name);
        if (there.isEmpty()) {
            return List.of(new Check("queue.requests", true, name + ": chưa có, worker đầu tiên tạo (not made yet)"));
        }
        boolean quorum = isAsWanted();
        String kind = quorum ? "quorum" : "khác loại (not as wanted)";
        int dead = look(PartitionQueue.dead(name))
                .map(AMQP.Queue.DeclareOk::getMessageCount)
                .orElse(0);
        return List.of(
                new Check(
                        "queue.requests",
                        quorum,
                        name + ", " + kind + ", " + there.get().getMessageCount()),
                new Check("queue.workers", true, String.valueOf(there.get().getConsumerCount())),
                new Check("queue.dead", dead == 0, String.valueOf(dead)));
    }

    private Optional<AMQP.Queue.DeclareOk> look(String queue) {
        try {
            return Optional.of(broker(channel -> channel.queueDeclarePassive(queue)));
        } catch (AmqpException refused) {
            if (code(refused).orElse(0) == AMQP.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Declaring a queue that is there changes nothing; the broker refuses if it is of another kind. */
    private boolean isAsWanted() {
        Queue wanted = PartitionQueue.requests(name);
        try {
            broker(channel -> channel.queueDeclare(name, true, false, false, wanted.getArguments()));
            return true;
        } catch (AmqpException refused) {
            if (code(refused).isEmpty()) {
                throw refused;
            }
            return code(refused).getAsInt() == AMQP.ACCESS_REFUSED; // may not ask: taken on trust
        }
    }

    private <T> T broker(ChannelCallback<T> call) {
        T answer = rabbit.getObject().execute(call);
        if (answer == null) {
            throw new AmqpException("no answer");
        }
        return answer;
    }

    private static OptionalInt code(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ShutdownSignalException said && said.getReason() instanceof AMQP.Channel.Close close) {
                return OptionalInt.of(close.getReplyCode());
            }
        }
        return OptionalInt.empty();
    }

    /** The names of the failures; what they say may quote user and address. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return failure.getClass().getSimpleName() + ", " + root.getClass().getSimpleName();
    }
}
