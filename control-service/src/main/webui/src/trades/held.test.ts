import { describe, expect, it } from 'vitest';
import { held } from './held';

const keyOf = (row: string): string => row;

describe('newer rows', () => {
  it('wait while the reader is elsewhere', () => {
    expect(held(['e', 'd', 'c', 'b'], keyOf, 'c')).toEqual({ shown: ['c', 'b'], newer: 2 });
  });

  it('are shown at the top, and where none of the seen rows is left', () => {
    expect(held(['e', 'd'], keyOf, undefined)).toEqual({ shown: ['e', 'd'], newer: 0 });
    expect(held(['e', 'd'], keyOf, 'e')).toEqual({ shown: ['e', 'd'], newer: 0 });
    expect(held(['e', 'd'], keyOf, 'a')).toEqual({ shown: ['e', 'd'], newer: 0 });
    expect(held([], keyOf, 'a')).toEqual({ shown: [], newer: 0 });
  });
});
