package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/**
 * Verifies the chain of an environment from its first record to the head that was stored when the verification began.
 */
@ApplicationScoped
public class ChainVerifier {
    /** Records read at once, so that a long chain does not fill the heap. */
    private static final int PAGE = 1000;

    private final ChainReader chains;
    private final InstantSource clock;

    ChainVerifier(ChainReader chains, InstantSource clock) {
        this.chains = chains;
        this.clock = clock;
    }

    public Uni<Verification> verify(EnvironmentId environment) {
        var check = new ChainCheck(environment);
        return chains.head(environment)
                .chain(head -> checkUpTo(head, check).map(done -> check.result(head, clock.instant())));
    }

    private Uni<List<JournalRow>> checkUpTo(ChainHead head, ChainCheck check) {
        return checkPage(head, check)
                .chain(rows ->
                        rows.size() < PAGE || check.broken() ? Uni.createFrom().item(rows) : checkUpTo(head, check));
    }

    private Uni<List<JournalRow>> checkPage(ChainHead head, ChainCheck check) {
        return chains.after(head.environment(), check.position(), head.position(), PAGE)
                .invoke(rows -> rows.forEach(check::next));
    }
}
