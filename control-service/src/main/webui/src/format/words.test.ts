import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as words from './words';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Enums that are never shown: places of a violation, and values of parameters that no page offers by their words. */
const NOT_SHOWN = [
  ['query', 'body', 'header', 'path'],
  ['false', 'true', 'any'],
  ['orders', 'trades', 'positions', 'exits', 'sells'],
];

/** Every enum of a document by the place where it stands. */
function enumsIn(node: Json, place: string): [string, string[]][] {
  if (node === null || typeof node !== 'object') {
    return [];
  }
  if (Array.isArray(node)) {
    return node.flatMap((item, index) => enumsIn(item, `${place}/${index}`));
  }
  const own: [string, string[]][] = Array.isArray(node['enum']) ? [[place, node['enum'].map(String)]] : [];
  return [...own, ...Object.entries(node).flatMap(([key, value]) => enumsIn(value, `${place}/${key}`))];
}

describe.each(['control', 'ledger'])('the document of %s', (api) => {
  const document = JSON.parse(readFileSync(`openapi/${api}.json`, 'utf8')) as Json;
  const enums = enumsIn(document, '').filter(
    ([, constants]) => !NOT_SHOWN.some((hidden) => constants.every((constant) => hidden.includes(constant))),
  );

  it('has enums', () => {
    expect(enums.length).toBeGreaterThan(5);
  });

  it.each(enums)('has words for every constant of %s', (place, constants) => {
    const maps = Object.values(words).filter((value) => typeof value === 'object');
    const all: words.Words = Object.assign({}, ...maps);
    // A filter may take the constants of several enums.
    const candidates = place.startsWith('/paths') ? [all] : maps;
    const known = candidates.some((map) => constants.every((constant) => Object.hasOwn(map, constant)));
    expect(known, `no map of format/words.ts has all of ${constants.join(', ')}`).toBe(true);
  });
});

describe('a code without words', () => {
  it('is shown as it came', () => {
    expect(words.wordsOf(words.CAPS, 'NEW_CAP')).toBe('NEW_CAP');
    expect(words.reasonText('constructor')).toBe('constructor');
  });
});

describe('what a listing came to', () => {
  it('is not taken for missed while its run goes on', () => {
    expect([true, false].map((over) => words.outcomeText('NO_ORDER', over))).toEqual(['no order sent', 'no order sent yet']);
    expect(words.outcomeText('BOUGHT', false)).toBe('bought');
  });
});
