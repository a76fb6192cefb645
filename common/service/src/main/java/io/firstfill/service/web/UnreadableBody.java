package io.firstfill.service.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.firstfill.contract.value.Texts;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers a request body that is not the expected JSON: status 400 with the field's name and what the field must be,
 * and never an exception's text.
 */
class UnreadableBody {
    /**
     * The problem library registers its own mappers at priority 999, and those send Jackson's message to the caller.
     */
    private static final int BEFORE_THE_LIBRARY = 900;

    private static final int LONGEST_NAME = 200;

    /** Names the narrower exception types as well, because the library maps each of them. */
    @ServerExceptionMapper(
            value = {
                JsonMappingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                ValueInstantiationException.class,
                UnrecognizedPropertyException.class
            },
            priority = BEFORE_THE_LIBRARY)
    Response map(JsonMappingException failure) {
        if (failure.getCause() instanceof StreamReadException syntax) {
            return map(syntax);
        }
        String field = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        return problem(field, reason(failure));
    }

    /** Syntax has no path, but the parser knows where it stopped. */
    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response map(JsonProcessingException failure) {
        String field = failure instanceof StreamReadException read && read.getProcessor() != null
                ? read.getProcessor()
                        .getParsingContext()
                        .pathAsPointer()
                        .toString()
                        .replaceAll("/([0-9]+)", "[$1]")
                        .replaceFirst("/", "")
                        .replace('/', '.')
                : "";
        return problem(field, syntax(failure));
    }

    private static String syntax(Throwable failure) {
        return switch (failure) {
            case InputCoercionException outOfRange -> "is out of range";
            case StreamReadException twice
            when twice.getOriginalMessage().startsWith("Duplicate field") -> "is given twice";
            case StreamReadException wrapped
            when wrapped.getCause() instanceof StreamConstraintsException -> "is too long or nested too deeply";
            case StreamConstraintsException tooLarge -> "is too long or nested too deeply";
            default -> "is not JSON";
        };
    }

    /** Passes on the messages of our own value types alone; every other failure gets a sentence without internals. */
    private static String reason(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (failure.getCause() instanceof JsonProcessingException syntax && !(syntax instanceof JsonMappingException)) {
            return syntax(syntax);
        }
        return failure.getCause() instanceof IllegalArgumentException ours && ours.getMessage() != null
                ? ours.getMessage()
                : failure.getCause() instanceof NullPointerException missing && missing.getMessage() != null
                        ? missing.getMessage() + " is missing"
                        : "is missing or has the wrong type";
    }

    /** A name of the caller's own may hold anything, also what JSON cannot carry. */
    private static String printable(String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        return shown.replaceAll("[^\\x20-\\x7e]", "?");
    }

    private static Response problem(String given, String why) {
        String field = printable(given);
        String reason = Texts.clean(why, LONGEST_NAME);
        return HttpProblem.builder()
                .withTitle("Bad Request")
                .withStatus(Response.Status.BAD_REQUEST)
                .withDetail((field.isEmpty() ? "The body" : field) + ": " + reason)
                .with("violations", List.of(Map.of("field", field, "in", "body", "message", reason)))
                .build()
                .toResponse();
    }
}
