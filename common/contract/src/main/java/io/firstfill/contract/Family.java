package io.firstfill.contract;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.balance.BalanceEvent;
import io.firstfill.contract.baseline.BaselineEvent;
import io.firstfill.contract.cap.CapEvent;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.heartbeat.HeartbeatEvent;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.mark.MarkEvent;
import io.firstfill.contract.memory.MemoryEvent;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.permit.PermitEvent;
import io.firstfill.contract.price.PriceEvent;
import io.firstfill.contract.record.RecordEvent;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.state.TradingStateEvent;
import java.util.Arrays;
import java.util.Optional;

/** Pairs each topic with the sealed family of messages that the topic carries. */
public enum Family {
    COMMANDS(Topics.COMMANDS, Command.class),
    RUNS(Topics.RUNS, RunEvent.class),
    LISTINGS(Topics.LISTINGS, ListingEvent.class),
    PERMITS(Topics.PERMITS, PermitEvent.class),
    TRADING_STATE(Topics.TRADING_STATE, TradingStateEvent.class),
    CREDENTIALS(Topics.CREDENTIALS, CredentialEvent.class),
    ORDERS(Topics.ORDERS, OrderEvent.class),
    ALERTS(Topics.ALERTS, AlertEvent.class),
    RECORDED(Topics.RECORDED, RecordEvent.class),
    SCANNER_BASELINE(Topics.SCANNER_BASELINE, BaselineEvent.class),
    ORDER_MEMORY(Topics.ORDER_MEMORY, MemoryEvent.class),
    CAPS(Topics.CAPS, CapEvent.class),
    BALANCES(Topics.BALANCES, BalanceEvent.class),
    PRICES(Topics.PRICES, PriceEvent.class),
    HEARTBEATS(Topics.HEARTBEATS, HeartbeatEvent.class),
    EXITS(Topics.EXITS, ExitEvent.class),
    MARKS(Topics.MARKS, MarkEvent.class);

    private final String topic;
    private final Class<? extends Message> root;

    Family(String topic, Class<? extends Message> root) {
        this.topic = topic;
        this.root = root;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends Message> root() {
        return root;
    }

    public static Family of(Message message) {
        return Arrays.stream(values())
                .filter(family -> family.root.isInstance(message))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(message.getClass() + " belongs to no family"));
    }

    public static Optional<Family> ofTopic(String topic) {
        return Arrays.stream(values())
                .filter(family -> family.topic.equals(topic))
                .findFirst();
    }
}
