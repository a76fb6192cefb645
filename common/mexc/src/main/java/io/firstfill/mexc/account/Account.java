package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.mexc.reading.WireText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The balances of the key's account, and what the key may do.
 *
 * @param skipped the balances and permissions that could not be read
 */
public record Account(
        @Nullable Boolean canTrade,
        @Nullable Boolean canWithdraw,
        @Nullable String accountType,
        List<Balance> balances,
        Set<String> permissions,
        SkippedRows skipped)
        implements Partial {

    public Account {
        balances = List.copyOf(requireNonNull(balances, "balances"));
        accountType = WireText.describeOrNull(accountType);
        permissions = permissions.stream().map(WireText::describe).collect(Collectors.toUnmodifiableSet());
        requireNonNull(skipped, "skipped");
    }
}
