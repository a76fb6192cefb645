package io.firstfill.simulator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.behaviour.Behaviour.SubscribeBeforeOpen;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.fault.FaultRules;
import io.firstfill.simulator.fault.StreamPlan;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers the text frames of clients: PING, SUBSCRIPTION, UNSUBSCRIPTION. Success and refusal both have code 0 and
 * differ in their text alone, as on the exchange.
 */
final class SubscriptionProtocol {

    private final Exchange exchange;
    private final FaultRules faults;

    SubscriptionProtocol(Exchange exchange, FaultRules faults) {
        this.exchange = exchange;
        this.faults = faults;
    }

    void accept(StreamSocket socket, String text) {
        JsonNode frame = read(text);
        List<String> channels = new ArrayList<>();
        frame.path("params").forEach(param -> channels.add(param.asText()));
        long id = frame.path("id").asLong();
        switch (frame.path("method").asText()) {
            case "PING" -> reply(socket, id, "PONG");
            case "SUBSCRIPTION" -> subscribe(socket, id, channels);
            case "UNSUBSCRIPTION" -> {
                channels.forEach(socket::unsubscribe);
                reply(socket, id, String.join(",", channels));
            }
            default -> reply(socket, id, "msg format invalid");
        }
    }

    private void subscribe(StreamSocket socket, long id, List<String> names) {
        List<String> accepted = new ArrayList<>();
        List<String> blocked = new ArrayList<>();
        for (String name : names) {
            Optional<Channel> channel = Channel.parse(name);
            StreamPlan plan = channel.map(known -> plan(socket, known)).orElse(StreamPlan.NONE);
            if (plan.disconnects()) {
                socket.disconnect();
                return;
            }
            boolean allowed = !plan.blocks()
                    && channel.filter(known -> allows(socket, known)).isPresent();
            channel.filter(known -> allowed).ifPresent(known -> socket.subscribe(known, tradeCount(known)));
            (allowed ? accepted : blocked).add(name);
        }
        if (!accepted.isEmpty()) {
            reply(socket, id, String.join(",", accepted));
        }
        if (!blocked.isEmpty()) {
            reply(socket, id, "Not Subscribed successfully! [" + String.join(",", blocked) + "].  Reason： Blocked! ");
        }
    }

    private StreamPlan plan(StreamSocket socket, Channel channel) {
        return faults.subscription(channel.kind().family(), channel.symbol(), socket.account());
    }

    private boolean allows(StreamSocket socket, Channel channel) {
        int limit = exchange.behaviours().exchange().subscriptionsPerSocket();
        boolean room =
                socket.isSubscribedTo(channel.name()) || socket.subscriptions().size() < limit;
        boolean permitted = !channel.kind().isPrivate() || socket.account() != null;
        return room && permitted && (channel.symbol() == null || isSubscribable(channel.symbol()));
    }

    private boolean isSubscribable(String symbol) {
        ClockReading now = exchange.now();
        Behaviour behaviour = exchange.behaviours().of(symbol);
        return exchange.listings()
                .find(symbol)
                .filter(listing -> listing.inExchangeInfo(now))
                .filter(listing -> listing.isOpen() || behaviour.subscribeBeforeOpen() == SubscribeBeforeOpen.ACCEPTED)
                .isPresent();
    }

    private long tradeCount(Channel channel) {
        return exchange.listings()
                .find(channel.symbol())
                .map(Listing::market)
                .map(Market::tradeCount)
                .orElse(0L);
    }

    private static JsonNode read(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            return Json.MAPPER.missingNode();
        }
    }

    private static void reply(StreamSocket socket, long id, String message) {
        socket.reply(Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("code", 0)
                .put("msg", message)
                .toString());
    }
}
