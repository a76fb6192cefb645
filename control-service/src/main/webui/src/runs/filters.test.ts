import { describe, expect, it } from 'vitest';
import { readFilters } from './filters';

describe('the filters of the runs', () => {
  it('are read from the address', () => {
    expect(readFilters(new URLSearchParams('status=STOPPED&cursor=x'))).toEqual({ status: 'STOPPED', unknown: [] });
    expect(readFilters(new URLSearchParams(''))).toEqual({ status: undefined, unknown: [] });
  });

  it('name what is not known, so that no other runs are taken for those', () => {
    expect(readFilters(new URLSearchParams('status=FOO&from=1'))).toEqual({ status: undefined, unknown: ['status=FOO', 'from=1'] });
  });
});
