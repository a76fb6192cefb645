package io.firstfill.scanner.watch;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.scanner.feed.Feed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The exchange behind the environments, as the scanner needs it. */
public interface Sources {
    /** The feeds of the environment. */
    List<Feed> of(EnvironmentId environment);

    /** Leaves the trading host alone until then: it has turned away another process on the same exit address. */
    void pause(EnvironmentId environment, Instant until);

    /** Tells the request budget around which openings the orders own the exit address. */
    void expect(EnvironmentId environment, Collection<Instant> openings);

    WarmUpResponses warmUpResponses();
}
