package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the chain of an environment, a bounded number of records at a time: from the record up to which the chain is
 * verified, towards the head that was stored when the verification began. One verification runs at a time; whoever
 * requests the same one meanwhile gets its result.
 */
@ApplicationScoped
public class ChainVerifier {
    /** Records read at once, so that a long chain does not fill the heap. */
    private static final int PAGE = 1000;
    /** Records of one verification: about a second of the database's time. */
    private static final int LIMIT = 50_000;

    private final ChainReader chains;
    private final InstantSource clock;
    private final int page;
    private final long limit;
    private final AtomicReference<@Nullable Walk> running = new AtomicReference<>();

    @Inject
    ChainVerifier(ChainReader chains, InstantSource clock) {
        this(chains, clock, PAGE, LIMIT);
    }

    ChainVerifier(ChainReader chains, InstantSource clock, int page, long limit) {
        this.chains = chains;
        this.clock = clock;
        this.page = page;
        this.limit = limit;
    }

    private record Walk(EnvironmentId environment, boolean anew, Uni<Verification> result) {
        boolean answers(EnvironmentId wanted, boolean wantedAnew) {
            return environment.equals(wanted) && (anew || !wantedAnew);
        }
    }

    /** Says that another verification is running. */
    public static final class BusyException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BusyException(EnvironmentId environment) {
            super("A verification of " + environment + " is running");
        }
    }

    /** Continues where the last verification ended. Fails with {@link BusyException} while another one runs. */
    public Uni<Verification> verify(EnvironmentId environment) {
        return begin(environment, false);
    }

    /** Begins again at the first record. Fails with {@link BusyException} while another verification runs. */
    public Uni<Verification> verifyAnew(EnvironmentId environment) {
        return begin(environment, true);
    }

    private Uni<Verification> begin(EnvironmentId environment, boolean anew) {
        Walk mine =
                new Walk(environment, anew, walk(environment, anew).memoize().indefinitely());
        Walk other = running.compareAndExchange(null, mine);
        if (other == null) {
            return mine.result();
        }
        return other.answers(environment, anew)
                ? other.result()
                : Uni.createFrom().failure(new BusyException(other.environment()));
    }

    private Uni<Verification> walk(EnvironmentId environment, boolean anew) {
        return start(environment, anew)
                .chain(check -> chains.head(environment).chain(head -> walk(head, check)))
                .chain(result -> chains.branches(environment).map(result::with))
                .eventually(() -> running.set(null));
    }

    /** What was dropped was verified before; the chain continues at its hash. */
    private Uni<ChainCheck> start(EnvironmentId environment, boolean anew) {
        return chains.border(environment)
                .chain(border -> anew
                        ? Uni.createFrom().item(new ChainCheck(border))
                        : chains.checkpoint(environment).chain(checkpoint -> continued(border, checkpoint)));
    }

    private Uni<ChainCheck> continued(ChainHead border, ChainHead checkpoint) {
        if (checkpoint.position() <= border.position()) {
            return Uni.createFrom().item(new ChainCheck(border));
        }
        var check = new ChainCheck(checkpoint);
        return chains.after(checkpoint.environment(), checkpoint.position() - 1, checkpoint.position(), 1)
                .invoke(rows -> check.checkpoint(rows.isEmpty() ? null : rows.getFirst()))
                .replaceWith(check);
    }

    private Uni<Verification> walk(ChainHead head, ChainCheck check) {
        long upTo = Math.min(head.position(), check.position() + limit);
        return Multi.createBy()
                .repeating()
                .uni(() -> checkPage(head.environment(), upTo, check))
                .whilst(rows -> rows.size() == page && !check.broken())
                .collect()
                .last()
                .chain(() -> finish(head, upTo, check));
    }

    private Uni<List<JournalRow>> checkPage(EnvironmentId environment, long upTo, ChainCheck check) {
        return check.broken()
                ? Uni.createFrom().item(List.of())
                : chains.after(environment, check.position(), upTo, page).invoke(rows -> rows.forEach(check::next));
    }

    private Uni<Verification> finish(ChainHead head, long upTo, ChainCheck check) {
        Instant now = clock.instant();
        boolean more = check.position() == upTo && upTo < head.position();
        Verification result = more ? check.result(now) : check.resultAtEnd(head, now);
        return result.intact() && result.records() > 0
                ? chains.verified(check.verified(), now).replaceWith(result)
                : Uni.createFrom().item(result);
    }
}
