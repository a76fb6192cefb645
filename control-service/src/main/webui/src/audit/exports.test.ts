import { describe, expect, it } from 'vitest';
import { fileName, lists, readWanted } from './exports';

const RUN = '6f1c2a52-6d3e-5d8e-9a53-0c3a7d1f2b64';

function wanted(search: string) {
  return readWanted(new URLSearchParams(search));
}

describe('what is exported', () => {
  it('are all orders as CSV where the address says nothing', () => {
    expect(wanted('')).toEqual({ subject: 'orders', format: 'csv', filters: {}, ignored: [] });
  });

  it('has the filters of the address', () => {
    const { filters, ignored } = wanted(`list=trades&format=jsonl&pair=NEWT/USDT&status=FILLED,PARTIALLY_FILLED&run=${RUN}&cursor=abc`);
    expect(ignored).toEqual([]);
    expect(lists(filters)).toEqual({ pair: 'NEWT/USDT', status: ['FILLED', 'PARTIALLY_FILLED'], runId: RUN });
  });

  it('says which filters it does not take, as those of another list', () => {
    expect(wanted('list=exits&status=FAILED,OPEN').filters).toEqual({ status: 'FAILED,OPEN' });
    expect(wanted('list=sells&status=ARMED').ignored).toEqual(['status=ARMED']);
    expect(wanted('list=positions&kind=surprise&status=FILLED&reason=EXPIRED').ignored).toEqual(['kind=surprise', 'status=FILLED', 'reason=EXPIRED']);
    expect(wanted('list=journal&from=2026-11-27T00:00:00Z&after=12').ignored).toEqual(['from=2026-11-27T00:00:00Z']);
    expect(wanted('from=24h').ignored).toEqual(['from=24h']);
  });

  it('has a file name that says what and when', () => {
    expect(fileName('paper', wanted('list=journal&format=jsonl'), '2026-11-28T02:31:20.5Z')).toBe('firstfill-paper-journal-20261128T023120Z.jsonl');
  });
});
