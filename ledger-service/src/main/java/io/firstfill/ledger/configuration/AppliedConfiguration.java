package io.firstfill.ledger.configuration;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.value.Actor;
import io.firstfill.service.json.FieldDifference;
import io.firstfill.service.json.FieldDifferences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version that a run used, and what it changed.
 *
 * @param appliedBy who started the run with the version or applied it; absent in records that do not state it
 * @param previousVersion absent for the version that the run started with
 * @param changes the fields in which the version differs from the previous one, each with both values
 */
public record AppliedConfiguration(
        ConfigurationId configurationId,
        int version,
        @Nullable Actor appliedBy,
        Instant appliedAt,
        @Nullable String reason,
        @Nullable Integer previousVersion,
        List<FieldDifference> changes) {

    /** Compares each version with the one before it. */
    public static List<AppliedConfiguration> of(List<UsedConfiguration> oldestFirst) {
        List<AppliedConfiguration> applied = new ArrayList<>();
        UsedConfiguration before = null;
        for (UsedConfiguration used : oldestFirst) {
            applied.add(new AppliedConfiguration(
                    used.configurationId(),
                    used.version(),
                    used.appliedBy(),
                    used.appliedAt(),
                    used.reason(),
                    before == null ? null : before.version(),
                    before == null ? List.of() : FieldDifferences.between(before.snapshot(), used.snapshot())));
            before = used;
        }
        return List.copyOf(applied);
    }
}
