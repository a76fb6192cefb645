package io.firstfill.risk.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.exposure.Safeguards;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Converts risk books to the JSON of the state store and its changelog, and back. */
final class BookFormat {
    private static final Logger LOG = Logger.getLogger(BookFormat.class);

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final ObjectReader safeguardsReader;
    private final ObjectWriter safeguardsWriter;

    BookFormat(ObjectMapper json) {
        reader = json.readerFor(RiskBook.class);
        writer = json.writerFor(RiskBook.class);
        safeguardsReader = json.readerFor(Safeguards.class);
        safeguardsWriter = json.writerFor(Safeguards.class);
    }

    byte[] write(RiskBook book) {
        return write(writer, book);
    }

    byte[] write(Safeguards safeguards) {
        return write(safeguardsWriter, safeguards);
    }

    private static byte[] write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a risk book cannot be written as JSON", e);
        }
    }

    /** Returns the safeguards; empty when the bytes are none. */
    Optional<Safeguards> readSafeguards(EnvironmentId environment, byte[] bytes) {
        try {
            return Optional.ofNullable(safeguardsReader.<Safeguards>readValue(bytes));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Stored safeguards not readable: environment=%s", environment);
            return Optional.empty();
        }
    }

    /** Returns the book; empty when the bytes are not a book of the environment. */
    Optional<RiskBook> read(EnvironmentId environment, byte[] bytes) {
        try {
            RiskBook book = reader.readValue(bytes);
            return Optional.ofNullable(book).filter(each -> each.environment().equals(environment));
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "Stored risk book not readable: environment=%s", environment);
            return Optional.empty();
        }
    }
}
