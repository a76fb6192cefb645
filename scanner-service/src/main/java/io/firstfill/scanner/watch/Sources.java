package io.firstfill.scanner.watch;

import io.firstfill.contract.value.EnvironmentId;
import io.firstfill.scanner.feed.Feed;
import java.util.List;

/** The feeds of an environment. */
@FunctionalInterface
public interface Sources {
    List<Feed> of(EnvironmentId environment);
}
