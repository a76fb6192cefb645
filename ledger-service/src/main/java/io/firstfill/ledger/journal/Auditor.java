package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Recomputes the chain of an environment from its first record to the head it had when asked. */
@ApplicationScoped
public class Auditor {
    private static final int PAGE = 1000;

    private final ChainReader chains;
    private final InstantSource clock;

    Auditor(ChainReader chains, InstantSource clock) {
        this.chains = chains;
        this.clock = clock;
    }

    public Uni<Verification> verify(EnvironmentId environment) {
        var walk = new Verification.Walk(environment);
        return chains.head(environment)
                .chain(head -> walk(walk, head).map(done -> walk.finished(head, clock.instant())));
    }

    private Uni<List<JournalRow>> walk(Verification.Walk walk, ChainEnd head) {
        return page(walk, head)
                .chain(rows ->
                        rows.size() < PAGE || walk.broken() ? Uni.createFrom().item(rows) : walk(walk, head));
    }

    private Uni<List<JournalRow>> page(Verification.Walk walk, ChainEnd head) {
        return chains.after(head.environment(), walk.position(), head.position(), PAGE)
                .invoke(rows -> rows.forEach(walk::next));
    }
}
