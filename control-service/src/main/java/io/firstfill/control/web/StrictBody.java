package io.firstfill.control.web;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.function.BiFunction;

/**
 * Reads request bodies without guessing: refuses unknown fields, fields given twice, values of another type, and text
 * behind the body. A misspelt field would otherwise count as left out and get its default, and the defaults spend
 * money; {@code 1.9} trades would be one trade.
 */
public final class StrictBody implements BiFunction<ObjectMapper, Type, ObjectReader> {
    /** Called once per endpoint: the framework keeps the reader. */
    @Override
    public ObjectReader apply(ObjectMapper json, Type type) {
        ObjectMapper strict = json.copy().addHandler(new UnusableValues());
        for (CoercionInputShape shape : CoercionInputShape.values()) {
            strict.coercionConfigDefaults().setCoercion(shape, CoercionAction.Fail);
        }
        return strict.readerFor(strict.constructType(type))
                .with(new BodyParsers())
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /**
     * Turns a value that its type refuses into a mismatch of the input: the framework answers every other failure of a
     * body itself, with 400 and without the name of the field.
     */
    private static final class UnusableValues extends DeserializationProblemHandler {
        @Override
        public Object handleInstantiationProblem(
                DeserializationContext context, Class<?> type, Object argument, Throwable refusal) throws IOException {
            var failure = MismatchedInputException.from(context.getParser(), type, "unusable");
            boolean wrapped = refusal instanceof DatabindException && refusal.getCause() != null;
            failure.initCause(wrapped ? refusal.getCause() : refusal);
            throw failure;
        }
    }
}
