package io.firstfill.control.web;

import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;

/**
 * Turns a value that its type refuses into a mismatch of the input: the framework answers every other failure of a body
 * itself, with 400 and without the name of the field.
 */
final class UnusableValues extends DeserializationProblemHandler {
    @Override
    public Object handleInstantiationProblem(
            DeserializationContext context, Class<?> type, Object argument, Throwable refusal) throws IOException {
        var failure = MismatchedInputException.from(context.getParser(), type, "unusable");
        boolean wrapped = refusal instanceof DatabindException && refusal.getCause() != null;
        failure.initCause(wrapped ? refusal.getCause() : refusal);
        throw failure;
    }
}
