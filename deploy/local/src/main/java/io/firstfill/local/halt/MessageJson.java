package io.firstfill.local.halt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.state.TradingStateEvent;
import java.io.IOException;
import java.util.Optional;

/** The JSON of the two messages of a halt, as the services write and read it. */
final class MessageJson {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private MessageJson() {}

    static byte[] write(Command command) {
        try {
            return JSON.writerFor(Command.class).writeValueAsBytes(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The command cannot be written", e);
        }
    }

    /** Empty for a record that is no trading state: others alert about it, a halt passes it over. */
    static Optional<TradingStateChanged> readTradingState(byte[] value) {
        try {
            TradingStateEvent event = JSON.readerFor(TradingStateEvent.class).readValue(value);
            return event instanceof TradingStateChanged changed ? Optional.of(changed) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
