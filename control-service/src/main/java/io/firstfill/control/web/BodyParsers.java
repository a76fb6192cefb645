package io.firstfill.control.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Creates parsers whose failures are mismatches of the input: the framework answers every other failure of a body itself, with
 * 400 and without the name of the field.
 */
final class BodyParsers extends JsonFactory {
    private static final long serialVersionUID = 1L;

    @Override
    protected JsonParser _createParser(InputStream body, IOContext context) throws IOException {
        return new Explaining(super._createParser(body, context));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Keeps the failure as the cause, with the parser that knows the field. */
    private static final class Explaining extends JsonParserDelegate {
        Explaining(JsonParser parser) {
            super(parser);
        }

        @Override
        public JsonToken nextToken() throws IOException {
            return explained(super::nextToken);
        }

        @Override
        public int getIntValue() throws IOException {
            return explained(super::getIntValue);
        }

        @Override
        public long getLongValue() throws IOException {
            return explained(super::getLongValue);
        }

        @Override
        public String getText() throws IOException {
            return explained(super::getText);
        }

        private <T> T explained(Reading<T> reading) throws IOException {
            try {
                return reading.read();
            } catch (DatabindException e) {
                throw e;
            } catch (JsonProcessingException e) {
                StreamReadException syntax =
                        e instanceof StreamReadException read ? read : new JsonParseException(this, "unreadable", e);
                var failure = MismatchedInputException.from(this, Object.class, "unreadable");
                failure.initCause(syntax);
                throw failure;
            }
        }
    }
}
