package io.firstfill.mexc;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.mexc.MexcResult.Ambiguous;
import io.firstfill.mexc.MexcResult.Answer;
import io.firstfill.mexc.MexcResult.Doubt;
import io.firstfill.mexc.MexcResult.NotSent;
import io.firstfill.mexc.MexcResult.Refused;
import io.firstfill.mexc.MexcResult.Throttled;
import io.firstfill.mexc.Reply.Received;
import io.firstfill.mexc.outcome.Outcome;
import io.firstfill.mexc.outcome.OutcomeTable;
import io.firstfill.mexc.reading.RetryAfter;
import io.firstfill.mexc.reading.WireText;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a reply proves. A status that turns us away decides, whatever the body says; a 5xx proves nothing in any
 * case; else the exchange's code takes precedence over the status.
 */
final class ReplyReader {

    private record Refusal(int code, String message) {}

    private ReplyReader() {}

    /** @param longestPause bound of the pause that the exchange may state */
    static <T> MexcResult<T> read(Reply reply, AnswerReader<T> reader, Duration longestPause) {
        return switch (reply) {
            case Reply.Unsent unsent -> new NotSent<>(unsent.cause(), unsent.detail(), null);
            case Reply.Lost lost ->
                new Ambiguous<>(lost.doubt(), lost.requestWritten(), lost.status(), lost.detail(), lost.handed());
            case Received received -> received(received, reader, longestPause);
        };
    }

    private static <T> MexcResult<T> received(Received received, AnswerReader<T> reader, Duration longestPause) {
        if (RetryAfter.isThrottle(received.status())) {
            return throttled(received, received.status(), longestPause);
        }
        if (received.status() >= 500) {
            return doubt(received, Doubt.SERVER_ERROR, "server error");
        }
        byte[] bytes = received.body().getBytes();
        T plain = received.status() / 100 == 2 ? reader.readPlain(bytes) : null;
        if (plain != null) {
            return new Answer<>(plain, received.timing());
        }
        JsonNode body = json(bytes);
        Refusal refusal = body == null ? null : refusal(body);
        if (refusal != null) {
            return refused(received, refusal, longestPause);
        }
        if (body == null || received.status() / 100 != 2) {
            return doubt(received, Doubt.UNREADABLE, isHtml(received) ? "HTML" : "no answer of the exchange");
        }
        return answer(received, reader, body);
    }

    /** Reports only the class of an exception: its message may quote the answer. */
    private static <T> MexcResult<T> answer(Received received, AnswerReader<T> reader, JsonNode body) {
        try {
            return new Answer<>(reader.read(body), received.timing());
        } catch (IOException | RuntimeException unreadable) {
            return doubt(received, Doubt.UNREADABLE, unreadable.getClass().getSimpleName());
        }
    }

    private static <T> MexcResult<T> refused(Received received, Refusal refusal, Duration longestPause) {
        return switch (OutcomeTable.classify(refusal.code(), refusal.message())) {
            case Outcome.Throttled _ -> throttled(received, refusal.code(), longestPause);
            case Outcome.ExchangeUnsure _ -> doubt(received, Doubt.SERVER_ERROR, "code " + refusal.code());
            case Outcome.RetryInWindow _,
                    Outcome.SwitchStyle _,
                    Outcome.TerminalForOrder _,
                    Outcome.StopRun _,
                    Outcome.UnknownCode _,
                    Outcome.NoSuchOrder _ ->
                new Refused<>(received.status(), refusal.code(), refusal.message(), received.timing());
        };
    }

    private static <T> MexcResult<T> throttled(Received received, int status, Duration longestPause) {
        Duration stated = RetryAfter.of(
                received.headers().get("retry-after"),
                received.headers().get("date"),
                received.timing().answered(),
                longestPause);
        return new Throttled<>(status, stated, isHtml(received), received.timing());
    }

    private static <T> MexcResult<T> doubt(Received received, Doubt doubt, String detail) {
        return new Ambiguous<>(
                doubt, true, received.status(), detail, received.timing().handed());
    }

    /** Returns null for a success: code 0 on the live wire, 200 in the document, or no code. */
    private static @Nullable Refusal refusal(JsonNode body) {
        JsonNode code = body.path("code");
        int number = code.asInt();
        if (number == 0 || number == 200) {
            return null;
        }
        String message = body.path("msg").asText(body.path("message").asText());
        return new Refusal(number, WireText.describe(message));
    }

    private static @Nullable JsonNode json(byte[] bytes) {
        try {
            JsonNode body = MexcJson.tree(bytes);
            return body.isContainerNode() ? body : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static boolean isHtml(Received received) {
        String type = received.headers().get("content-type");
        boolean declared = type != null && type.toLowerCase(Locale.ROOT).contains("html");
        return declared || (received.body().length() > 0 && received.body().getByte(0) == '<');
    }
}
