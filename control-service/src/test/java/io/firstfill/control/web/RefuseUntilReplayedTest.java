package io.firstfill.control.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.service.kafka.InboxState;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the replay holds up every request but a change of the trading state, which may be a halt. */
class RefuseUntilReplayedTest {
    private final RefuseUntilReplayed filter = new RefuseUntilReplayed(new InboxState());

    @ParameterizedTest
    @CsvSource({
        "PUT, /environments/paper/trading-state, true",
        "GET, /environments/paper, false",
        "POST, /runs, false",
        "PUT, /configurations/trading-state-of-mine, false"
    })
    void onlyATradingStatePassesBeforeTheReplayIsComplete(String method, String path, boolean passes) {
        UriInfo uri = answering(UriInfo.class, Map.of("getPath", path));
        var request = answering(ContainerRequestContext.class, Map.of("getMethod", method, "getUriInfo", uri));

        assertThat(filter.refuse(request).isEmpty()).isEqualTo(passes);
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
