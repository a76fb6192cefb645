package io.firstfill.local.livecheck;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Facts about the push stream, found out on one socket without a listen key. */
final class StreamChecks {
    private static final String CHANNEL = "spot@public.aggre.bookTicker.v3.api.pb@10ms@";

    private StreamChecks() {}

    static List<Finding> of(URI stream, Optional<String> trading, Optional<String> waiting)
            throws InterruptedException {
        try (StreamConversation socket = StreamConversation.open(stream)) {
            List<Finding> findings = new ArrayList<>();
            String pong = message(socket.ask("{\"method\":\"PING\"}"));
            findings.add(Finding.of("JSON PING", "answered by PONG [doc]", pong, pong.equals("PONG")));
            if (trading.isPresent()) {
                findings.addAll(subscribed(socket, trading.get()));
            }
            findings.add(retired(socket, trading.orElse("BTCUSDT")));
            findings.add(beforeOpening(socket, waiting));
            boolean answered = socket.answersPing();
            findings.add(Finding.of(
                    "ping of RFC 6455",
                    "not answered; ours is the JSON PING, so either will do [community: one]",
                    answered ? "answered" : "not answered in 3 s",
                    !answered));
            return findings;
        } catch (CompletionException e) {
            return List.of(Finding.of("push stream", "opens [doc]", String.valueOf(e.getCause()), false));
        }
    }

    private static List<Finding> subscribed(StreamConversation socket, String symbol) throws InterruptedException {
        String answer = message(socket.ask(subscription(CHANNEL + symbol)));
        boolean binary = socket.sawBinary();
        return List.of(
                Finding.of(
                        "a subscription",
                        "answered by the channel's name [doc]",
                        answer,
                        answer.equals(CHANNEL + symbol)),
                binary
                        ? Finding.of("pushes", "binary frames [doc]", "a binary frame", true)
                        : Finding.notSeen("pushes", "binary frames [doc]", "no push in 6 s"));
    }

    private static Finding retired(StreamConversation socket, String symbol) throws InterruptedException {
        String answer = message(socket.ask(subscription("spot@public.bookTicker.v3.api@" + symbol)));
        return Finding.of(
                "a retired channel",
                "refused by the text Not Subscribed successfully! … Blocked! [real response]",
                answer,
                answer.startsWith("Not Subscribed successfully!") && answer.contains("Blocked!"));
    }

    private static Finding beforeOpening(StreamConversation socket, Optional<String> waiting)
            throws InterruptedException {
        String fact = "a subscription before the opening";
        String assumed = "accepted; refused, it is asked again until it is [unknown]";
        if (waiting.isEmpty()) {
            return Finding.notSeen(fact, assumed, "no pair waits now");
        }
        String answer = message(socket.ask(subscription(CHANNEL + waiting.get())));
        return Finding.of(fact, assumed, answer, answer.equals(CHANNEL + waiting.get()));
    }

    private static String subscription(String channel) {
        return new JsonObject()
                .put("method", "SUBSCRIPTION")
                .put("params", new JsonArray().add(channel))
                .encode();
    }

    private static String message(Optional<String> answer) {
        try {
            return answer.map(text -> String.valueOf(new JsonObject(text).getValue("msg")))
                    .orElse("no answer in 6 s");
        } catch (DecodeException e) {
            return answer.orElse("");
        }
    }
}
