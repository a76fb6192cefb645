import { assetOf, valueText, type ConfigurationContent } from './configuration';
import { amountText } from './decimal';
import { ORDER_STYLES, wordsOf } from './words';

/** What a configuration allows, in sentences. */
export function allowedSentences(content: ConfigurationContent): string[] {
  const { caps, symbols, safety } = content;
  const asset = assetOf(content);
  const day = caps.spendPerDay === undefined ? '' : `, ${amountText(caps.spendPerDay, asset)} a UTC day`;
  const kinds = [safety.buyScheduled ? 'scheduled' : '', safety.buySurprise ? 'surprise' : ''].filter((kind) => kind !== '');
  const bought =
    kinds.length === 0
      ? 'Buys nothing: scheduled and surprise listings are both off.'
      : `Buys ${kinds.join(' and ')} listings, ${safety.requireQualified ? 'qualified only' : 'uncertain ones too'}.`;
  return [
    `At most ${amountText(content.quoteAmount, asset)} a listing, ${amountText(caps.spend, asset)} a run${day}, ${counted(caps.tradesPerHour, 'buy')} an hour, ${counted(caps.concurrentListings, 'listing')} at once.`,
    `${whichAssets(symbols.allow, symbols.deny)}, against ${symbols.quoteAssets.join(', ') || 'any asset'}.`,
    bought,
    priceSentence(content, asset),
    ...breakers(content, asset),
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function whichAssets(allow: readonly string[], deny: readonly string[]): string {
  const any = allow.length === 0 ? 'Any base asset' : `Base assets ${matching(allow)}`;
  return deny.length === 0 ? any : `${any} but ${allow.length === 0 ? 'those ' : 'not '}${matching(deny)}`;
}

/** Patterns named in a sentence; of more their number. */
const NAMED = 3;

function matching(patterns: readonly string[]): string {
  return patterns.length > NAMED ? `of ${patterns.length} patterns` : `like ${patterns.join(', ')}`;
}

function priceSentence({ orderStyle, priceCap, maxPremium }: ConfigurationContent, asset: string | undefined): string {
  const style = wordsOf(ORDER_STYLES, orderStyle);
  const bounds = [
    priceCap === undefined ? '' : `at most at ${valueText('priceCap', priceCap, asset)}`,
    maxPremium === undefined ? '' : `at most ${valueText('maxPremium', maxPremium)}`,
  ].filter((bound) => bound !== '');
  if (orderStyle === 'MARKET') {
    return `Order style: ${style}, at any price.`;
  }
  return bounds.length === 0
    ? `Order style: ${style}; the best offer plus the trader's slippage is the highest price.`
    : `Order style: ${style}, ${bounds.join(' and ')}.`;
}

function breakers({ caps }: ConfigurationContent, asset: string | undefined): string[] {
  const ends = [
    caps.openPositions === undefined ? '' : counted(caps.openPositions, 'open position'),
    caps.lossPerDay === undefined ? '' : `a loss of ${amountText(caps.lossPerDay, asset)} in a UTC day`,
    caps.consecutiveFailures === undefined ? '' : `${counted(caps.consecutiveFailures, 'failure')} in a row`,
  ].filter((end) => end !== '');
  return ends.length === 0 ? [] : [`No further buys at ${ends.join(', or at ')}.`];
}
