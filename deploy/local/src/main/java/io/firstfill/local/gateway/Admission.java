package io.firstfill.local.gateway;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a request is forwarded, by its head alone: where to, or why not. */
sealed interface Admission {

    /** @param host the host and port as the caller named them */
    record Admitted(Route route, RequestTarget target, String host) implements Admission {}

    record Refused(Problem problem) implements Admission {}

    /** A name or an address, with a port or without. */
    Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}");

    static Admission decide(GatewayRules rules, String method, String uri, MultiMap headers) {
        Optional<RequestTarget> target = RequestTarget.parse(uri);
        if (target.isEmpty()) {
            return refused(400, RequestTarget.RULE);
        }
        Optional<Problem> problem = headerProblem(rules, headers);
        if (problem.isPresent()) {
            return new Refused(problem.get());
        }
        Optional<Route> route = rules.route(target.get().path());
        if (route.isEmpty()) {
            return refused(404, "Nothing is served at this path");
        }
        if (!route.get().methods().contains(method)) {
            return new Refused(Problem.methodNotAllowed(route.get().methods()));
        }
        return new Admitted(route.get(), target.get(), headers.get("Host"));
    }

    private static Optional<Problem> headerProblem(GatewayRules rules, MultiMap headers) {
        if (headers.names().stream().anyMatch(name -> !NAME.matcher(name).matches())) {
            return Optional.of(Problem.of(400, "A header has no valid name"));
        }
        Optional<String> repeated = rules.singleRequestHeaders().stream()
                .filter(name -> headers.getAll(name).size() > 1)
                .findFirst();
        if (repeated.isPresent()) {
            return Optional.of(Problem.of(400, "The header " + repeated.get() + " is given twice"));
        }
        String host = headers.get("Host");
        if (host == null || !HOST.matcher(host).matches()) {
            return Optional.of(Problem.of(400, "The header Host must name the host and port as called"));
        }
        String encoding = headers.get("Transfer-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("chunked")) {
            return Optional.of(Problem.of(400, "The only Transfer-Encoding of a request is chunked"));
        }
        String expectation = headers.get("Expect");
        return expectation == null || expectation.equalsIgnoreCase("100-continue")
                ? Optional.empty()
                : Optional.of(Problem.of(417, "The only Expect is 100-continue"));
    }

    private static Refused refused(int status, String detail) {
        return new Refused(Problem.of(status, detail));
    }
}
