package io.firstfill.trader.sell;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.exit.ExitEnd;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.PositionEnd;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.position.Exit;
import io.firstfill.trader.position.Position;
import io.firstfill.trader.position.PositionEvents;
import io.firstfill.trader.state.OrderCommitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Ends exits, and with them positions of which nothing is left that could be sold. Confined to the event loop. */
final class ExitEnds {
    private final OrderCommitter committer;
    private final SellReadings readings;
    private final EventLoop loop;
    private final Alerts alerts;
    private final Consumer<Position> next;

    /** @param next run on the event loop after an exit has ended */
    ExitEnds(
            OrderCommitter committer,
            SellReadings readings,
            EventLoop loop,
            Alerts alerts,
            Consumer<Position> next) {
        this.committer = committer;
        this.readings = readings;
        this.loop = loop;
        this.alerts = alerts;
        this.next = next;
    }

    /** @param trigger of the exit that has found the coins missing; empty where none is open */
    void movedElsewhere(Position position, Optional<ExitTriggered> trigger) {
        Optional<Meta> cause =
                trigger.map(ExitTriggered::meta).or(() -> position.opening().map(PositionOpened::meta));
        if (cause.isEmpty()) {
            return;
        }
        alerts.raise(
                AlertKind.POSITION_MOVED_ELSEWHERE,
                position.id().toString(),
                Severity.WARNING,
                "The account holds less of " + position.pair().base() + " than was bought and not sold here");
        List<Message> events = new ArrayList<>();
        trigger.ifPresent(exit ->
                events.add(PositionEvents.ended(position, exit, ExitEnd.NOTHING_LEFT, null, loop.now())));
        events.add(PositionEvents.closed(position, cause.get(), PositionEnd.MOVED_ELSEWHERE, null, loop.now()));
        committer.commit(events);
        loop.execute(() -> next.accept(position));
    }

    void failed(Position position, Exit exit, ExitTriggered trigger) {
        String last = exit.lastRefusal().map(no -> "code " + no.code()).orElse("no answer");
        alerts.raise(
                AlertKind.EXIT_FAILED,
                position.id().toString(),
                Severity.CRITICAL,
                "Not sold, and not tried again by itself: " + position.pair() + " " + trigger.cause() + ", " + last);
        over(position, trigger, ExitEnd.FAILED, null);
    }

    /** Ends the exit, and with it the position where nothing is left that could be sold. */
    void over(Position position, ExitTriggered trigger, ExitEnd end, @Nullable Amount worth) {
        List<Message> events = new ArrayList<>();
        events.add(PositionEvents.ended(position, trigger, end, worth, loop.now()));
        if (position.isOpen() && end == ExitEnd.DUST && isWhole(position)) {
            events.add(PositionEvents.closed(position, trigger.meta(), PositionEnd.DUST, worth, loop.now()));
        }
        committer.commit(events);
        if (end == ExitEnd.SOLD || end == ExitEnd.DUST) {
            alerts.clearRaised(AlertKind.EXIT_FAILED, position.id().toString());
        }
        loop.execute(() -> next.accept(position));
    }

    /** Returns whether what is left of the position as a whole is too small to be sold. */
    private boolean isWhole(Position position) {
        SellTerms terms = readings.terms(position);
        return terms.isTooSmall(
                terms.rounded(position.left().value(), 0), position.bought().averagePrice().orElse(null));
    }

    /** The position may have been sold whole by a process that was killed before it told the end. */
    void end(Position position) {
        if (position.lacksEnd()) {
            position.exits().stream()
                    .flatMap(exit -> exit.trigger().stream())
                    .reduce((first, last) -> last)
                    .ifPresent(last -> committer.commit(List.of(PositionEvents.closed(
                            position, last.meta(), PositionEnd.SOLD, null, loop.now()))));
        }
    }
}
