package io.firstfill.service.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods that each path of the REST endpoints serves, for the header {@code Allow} of a 405. */
@Singleton
class AllowedMethods {
    private final List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        this.endpoints = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(AllowedMethods::endpoints)
                .toList();
    }

    private record Endpoint(Pattern path, String method) {}

    /** @param path below the path of the REST application */
    Set<String> of(String path) {
        String plain = normal(path);
        Set<String> methods = new TreeSet<>();
        endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(plain).matches())
                .forEach(endpoint -> methods.add(endpoint.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return methods;
    }

    private static Stream<Endpoint> endpoints(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> httpMethod(method).stream()
                        .map(name -> new Endpoint(
                                pattern(type.getAnnotation(Path.class), method.getAnnotation(Path.class)), name)));
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
                .map(annotation -> annotation.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static Pattern pattern(Path type, @Nullable Path method) {
        String template = normal(type.value() + "/" + (method == null ? "" : method.value()));
        return Pattern.compile(template.replaceAll("\\{[^}]*}", "[^/]+"));
    }

    private static String normal(String path) {
        return "/" + path.replaceAll("^/+|/+$", "").replaceAll("/{2,}", "/");
    }
}
