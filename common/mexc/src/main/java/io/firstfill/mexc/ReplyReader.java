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
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a reply proves. The exchange's code takes precedence over the HTTP status; a 5xx proves nothing in any
 * case.
 */
final class ReplyReader {

    private static final int LONGEST_MESSAGE = 200;

    private record Refusal(int code, String message) {}

    private ReplyReader() {}

    static <T> MexcResult<T> read(Reply reply, AnswerReader<T> reader) {
        return switch (reply) {
            case Reply.Unsent unsent -> new NotSent<>(unsent.cause(), unsent.detail(), null);
            case Reply.Lost lost ->
                new Ambiguous<>(lost.doubt(), lost.requestWritten(), lost.status(), lost.detail(), lost.handed());
            case Received received -> received(received, reader);
        };
    }

    private static <T> MexcResult<T> received(Received received, AnswerReader<T> reader) {
        if (received.status() >= 500) {
            return doubt(received, Doubt.SERVER_ERROR, "server error");
        }
        JsonNode body = json(received);
        Refusal refusal = body == null ? null : refusal(body);
        if (refusal != null) {
            return refused(received, refusal);
        }
        if (isThrottle(received.status())) {
            return throttled(received, received.status());
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
        } catch (IOException | IllegalArgumentException | NullPointerException unreadable) {
            return doubt(received, Doubt.UNREADABLE, unreadable.getClass().getSimpleName());
        }
    }

    private static <T> MexcResult<T> refused(Received received, Refusal refusal) {
        return switch (OutcomeTable.classify(refusal.code(), refusal.message())) {
            case Outcome.Throttled _ -> throttled(received, refusal.code());
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

    private static <T> MexcResult<T> throttled(Received received, int status) {
        return new Throttled<>(status, retryAfter(received), isHtml(received), received.timing());
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
        return new Refusal(number, message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
    }

    private static @Nullable JsonNode json(Received received) {
        try {
            JsonNode body = MexcJson.tree(received.body().getBytes());
            return body.isContainerNode() ? body : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    private static boolean isThrottle(int status) {
        return status == 429 || status == 418 || status == 403;
    }

    private static boolean isHtml(Received received) {
        String type = received.headers().get("content-type");
        boolean declared = type != null && type.toLowerCase(Locale.ROOT).contains("html");
        return declared || (received.body().length() > 0 && received.body().getByte(0) == '<');
    }

    /** Reads seconds, as documented; any other form counts as not stated. */
    private static @Nullable Duration retryAfter(Received received) {
        String value = received.headers().get("retry-after");
        return value != null && value.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(value.strip()))
                : null;
    }
}
