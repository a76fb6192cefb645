package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Asset;
import io.firstfill.mexc.account.Account;
import io.firstfill.mexc.account.Balance;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.trader.credential.AccountBalances;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves that an odd row of the account makes its own balance unknown and hides no other. */
class AccountRowsTest {
    private static final Asset USDT = Asset.of("USDT");
    private static final Asset USDC = Asset.of("USDC");

    @Test
    void anAssetWithoutARowIsHeldInNoAmount() {
        AccountBalances balances = read(SkippedRows.NONE, row("USDT", "12.50"));

        assertThat(free(balances, USDT)).isEqualTo("12.5");
        assertThat(free(balances, USDC)).isEqualTo("0");
    }

    @Test
    void aRowThatCouldNotBeReadMakesItsOwnAssetUnknown() {
        AccountBalances balances = read(SkippedRows.one("odd", "USDC"), row("USDT", "12.5"));

        assertThat(balances.of(USDC)).isEmpty();
        assertThat(free(balances, USDT)).isEqualTo("12.5");
        assertThat(free(balances, Asset.of("MX"))).isEqualTo("0");
    }

    @Test
    void aRowWithoutAReadableNameMayBeThatOfAnyAssetThatIsMissing() {
        AccountBalances balances = read(SkippedRows.one("odd", null), row("USDT", "12.5"));

        assertThat(free(balances, USDT)).isEqualTo("12.5");
        assertThat(balances.of(USDC)).isEmpty();
    }

    @Test
    void numbersAndNamesThatOurRecordsCannotCarryHideNothingElse() {
        AccountBalances balances = read(
                SkippedRows.NONE,
                row("USDC", "-1"),
                row("A NAME WITH SPACES", "1"),
                row("MX", "123456789012345678901234567890"),
                row("USDT", "12.5"));

        assertThat(balances.of(USDC)).isEmpty();
        assertThat(balances.of(Asset.of("MX"))).isEmpty();
        assertThat(free(balances, USDT)).isEqualTo("12.5");
    }

    @Test
    void twoRowsOfOneAssetMakeItUnknown() {
        assertThat(read(SkippedRows.NONE, row("USDT", "1"), row("usdt", "2")).of(USDT))
                .isEmpty();
    }

    private static String free(AccountBalances balances, Asset asset) {
        return balances.of(asset).orElseThrow().free().toString();
    }

    private static AccountBalances read(SkippedRows skipped, Balance... rows) {
        return AccountRows.of(new Account(true, false, "SPOT", List.of(rows), Set.of("SPOT"), skipped));
    }

    private static Balance row(String asset, String free) {
        return new Balance(asset, new BigDecimal(free), BigDecimal.ZERO, null);
    }
}
