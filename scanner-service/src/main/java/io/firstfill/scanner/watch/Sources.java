package io.firstfill.scanner.watch;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.feed.Feed;
import java.time.Instant;
import java.util.List;

/** The feeds of an environment. */
public interface Sources {
    List<Feed> of(EnvironmentId environment);

    /** Somebody else on our address has been turned away by the trading host: it is left alone until then. */
    void pause(EnvironmentId environment, Instant until);

    WarmUpResponses script();
}
