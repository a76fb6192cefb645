package io.firstfill.ledger.web.filter;

import io.firstfill.ledger.web.Parameters;
import io.firstfill.ledger.web.Violations;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The rule for the query of every endpoint: it has only parameters that the endpoint declares, each once, with a value
 * and without control characters, and an interval that does not end before it begins. Whatever else there is would be
 * ignored, and would show the wrong rows.
 */
class QueryRules {
    static final int PRIORITY = 1000;

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = PRIORITY)
    void check(UriInfo uri, ResourceInfo resource) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        if (given.isEmpty()) {
            return;
        }
        Set<String> names = declared.computeIfAbsent(resource.getResourceMethod(), QueryRules::declaredBy);
        Violations violations = new Violations();
        given.forEach((name, values) -> check(name, values, names, violations));
        checkInterval(given, violations);
        violations.throwIfAny();
    }

    private static void check(String name, List<String> values, Set<String> names, Violations violations) {
        if (!names.contains(name)) {
            violations.add(name, "is not a parameter here");
        } else if (values.size() > 1) {
            violations.add(name, "is given more than once; several values are separated by commas");
        } else if (values.getFirst().isEmpty()) {
            violations.add(name, "has no value");
        } else if (values.getFirst().chars().anyMatch(Character::isISOControl)) {
            violations.add(name, "has a control character");
        }
    }

    private static void checkInterval(MultivaluedMap<String, String> given, Violations violations) {
        Optional<Instant> from = time(given.getFirst("from"));
        Optional<Instant> to = time(given.getFirst("to"));
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            violations.add("from", "must not be after to");
        }
    }

    private static Optional<Instant> time(String text) {
        return Optional.ofNullable(text).flatMap(Parameters::time);
    }

    private static Set<String> declaredBy(Method method) {
        return Arrays.stream(method.getParameters()).flatMap(QueryRules::names).collect(Collectors.toSet());
    }

    private static Stream<String> names(Parameter parameter) {
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            return Stream.of(query.value());
        }
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields()).flatMap(QueryRules::names)
                : Stream.empty();
    }

    private static Stream<String> names(Field field) {
        return Optional.ofNullable(field.getAnnotation(QueryParam.class)).map(QueryParam::value).stream();
    }
}
