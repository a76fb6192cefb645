import { describe, expect, it } from 'vitest';
import { isOfThisPanel } from './installed';

const PAGE = '<script type="module" crossorigin src="/assets/index-B1x.js"></script>';

describe('the installed panel', () => {
  it('is this one while its start page names the same first script', () => {
    expect(isOfThisPanel(PAGE, 'http://localhost:8080/assets/index-B1x.js')).toBe(true);
    expect(isOfThisPanel(PAGE, 'http://localhost:8080/assets/index-A9z.js')).toBe(false);
  });

  it('is not known to be this one without a first script', () => {
    expect(isOfThisPanel(PAGE, undefined)).toBe(false);
    expect(isOfThisPanel(PAGE, '')).toBe(false);
  });
});
