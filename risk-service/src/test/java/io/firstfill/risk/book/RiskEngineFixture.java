package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.risk.cap.Usage;
import io.firstfill.risk.clock.ClockReading;
import io.firstfill.service.json.JsonSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A risk engine with the book of the environment {@code paper} and a settable clock. */
public final class RiskEngineFixture {
    private final RiskEngine engine;
    private final List<PermitGranted> granted = new ArrayList<>();
    public RiskBook book = RiskBook.empty(PAPER);
    /** The wall clock, which a test may step. */
    public Instant now = NOON;
    /** The time that has passed in truth. */
    Duration passed = Duration.ZERO;

    private UUID origin = new UUID(0, 0);
    private Duration startedAt = Duration.ZERO;

    public RiskEngineFixture() {
        this(Guardrails.NONE);
    }

    /** An engine of a deployment with ceilings. */
    public RiskEngineFixture(Guardrails ceilings) {
        engine = new RiskEngine(new PoolTerms(5, Duration.ofMinutes(5)), Map.of(PAPER, ceilings));
    }

    /** An environment whose trading state is ACTIVE. */
    public static RiskEngineFixture open() {
        RiskEngineFixture opened = new RiskEngineFixture();
        opened.openEnvironment();
        return opened;
    }

    public PublishedEvents openEnvironment() {
        return store(engine.open(book, time()));
    }

    /** Applies a message and returns the events published because of it. */
    public PublishedEvents apply(Message message) {
        return store(engine.decide(book, message, time()));
    }

    /** Returns the report of all caps, as it would be published without one before. */
    public CapsReported report() {
        return report(null).getFirst();
    }

    /** Returns the report that follows another; empty when nothing need be reported. */
    public List<CapsReported> report(@Nullable CapsReported last) {
        return new PublishedEvents(engine.report(book, last, time()).events()).of(CapsReported.class);
    }

    /** Moves the clock and returns the events published because of the time alone. */
    public PublishedEvents advance(Duration time) {
        now = now.plus(time);
        passed = passed.plus(time);
        return passTime();
    }

    public PublishedEvents passTime() {
        return store(engine.passTime(book, time()));
    }

    public PublishedEvents quarantine(RecordPlace place) {
        return store(engine.quarantine(book, place, "test", time()));
    }

    /** The stored book cannot be read any more. */
    public PublishedEvents lose(RecordPlace place) {
        return store(engine.replaceLost(PAPER, book.safeguards(), place, "test", time()));
    }

    public PublishedEvents restate() {
        return store(engine.restate(book, time()));
    }

    /** Steps the wall clock; no time passes. */
    public PublishedEvents step(Duration by) {
        now = now.plus(by);
        return passTime();
    }

    /** Replaces the processor, whose monotonic clock starts anew, after it was down for some time. */
    public PublishedEvents restart(Duration down) {
        now = now.plus(down);
        passed = passed.plus(down);
        startedAt = passed;
        origin = new UUID(0, origin.getLeastSignificantBits() + 1);
        return passTime();
    }

    /** Replaces the processor by one that has only the stored book; the clock of a machine that starts is right. */
    public PublishedEvents restartFromStore(Duration down) {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        try {
            book = json.readValue(json.writeValueAsString(book), RiskBook.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
        now = NOON.plus(passed);
        return restart(down);
    }

    private ClockReading time() {
        return new ClockReading(now, passed.minus(startedAt), origin);
    }

    private PublishedEvents store(Decision decision) {
        PublishedEvents published = new PublishedEvents(decision.events());
        book = decision.book();
        granted.addAll(published.granted());
        return published;
    }

    /** All permits granted so far. */
    public List<PermitGranted> granted() {
        return List.copyOf(granted);
    }

    /** Permits that a trader without any delay may use now. */
    public List<PermitGranted> usablePermits() {
        return granted.stream()
                .filter(permit -> book.reservations().stream()
                        .anyMatch(each -> each.permit().equals(permit.permitId()) && each.usable(now)))
                .toList();
    }

    public Usage usage() {
        return book.usage();
    }
}
