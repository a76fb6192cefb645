import type { AssetBalance } from '@/api/generated/control';
import { amountText, trimmed } from '@/format/decimal';

/** What the exchange's pairs are quoted in, the most usual first. */
const QUOTES = ['USDT', 'USDC', 'USD1', 'BTC', 'ETH'];

/**
 * The money among the assets: what the active run buys with; without a run what pairs are usually quoted in. The other
 * assets are what was bought, which Positions has.
 */
export function moneyOf(balances: readonly AssetBalance[]): readonly AssetBalance[] {
  const spent = balances.filter(({ buys }) => buys !== undefined);
  const usual = QUOTES.flatMap((asset) => balances.filter((balance) => balance.asset === asset));
  return spent.length > 0 ? spent : usual;
}

/** Such as `412.77 USDT, 16 buys`; what orders hold is named where there is any. */
export function moneyText({ asset, free, locked, buys }: AssetBalance): string {
  const parts = [
    amountText(free, asset),
    trimmed(locked) === '0' ? undefined : `${amountText(locked)} in orders`,
    buys === undefined ? undefined : buys === 1 ? '1 buy' : `${buys} buys`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
