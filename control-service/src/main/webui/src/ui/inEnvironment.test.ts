import { describe, expect, it } from 'vitest';
import { inEnvironment } from './inEnvironment';

describe('the same page in another environment', () => {
  it('differs in the name of the environment alone', () => {
    expect(inEnvironment('/env/paper/runs/paper', 'live-tokyo')).toBe('/env/live-tokyo/runs/paper');
  });
});
