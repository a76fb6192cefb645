package io.firstfill.trader.engine;

import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.Venue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prices of an exchange in memory, on virtual time. */
public abstract class FakePrices implements Venue {
    final VirtualTime time;

    public Optional<Price> ask = Optional.empty();
    /** The price of the first trade since the opening. */
    public Optional<Price> firstTrade = Optional.empty();

    public Duration bookDelay = Duration.ZERO;

    FakePrices(VirtualTime time) {
        this.time = time;
    }

    @Override
    public Uni<Optional<Price>> bestAsk(Pair pair) {
        Optional<Price> offer = ask;
        return bookDelay.isZero()
                ? Uni.createFrom().item(offer)
                : time.after(bookDelay).map(done -> offer);
    }

    @Override
    public Uni<Optional<Price>> firstTrade(Pair pair, @Nullable Instant since) {
        return Uni.createFrom().item(firstTrade);
    }
}
