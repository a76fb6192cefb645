import { describe, expect, it } from 'vitest';
import { manifestIn, manifestOf } from './manifest';

const MANIFEST = {
  export: 'orders',
  format: 'csv',
  version: 1,
  exportedAt: '2026-11-28T02:31:20Z',
  filters: { pair: 'A"B/USDT' },
  heads: [{ environment: 'paper', position: 48211, hash: '9f3c' }],
  rows: 2,
  sha256: 'ab',
};

const CSV = `id,price,rowDigest\n1,0.10,aa\n2,"1,5",bb\n#manifest,"${JSON.stringify(MANIFEST).replaceAll('"', '""')}"\n`;
const LINES = `{"id":1,"rowDigest":"aa"}\n${JSON.stringify({ manifest: MANIFEST })}\n`;

describe('the manifest of an export', () => {
  it.each([
    ['CSV', CSV],
    ['JSON lines', LINES],
  ])('is the last line of %s', (_, text) => {
    expect(manifestIn(text)).toEqual(MANIFEST);
  });

  it('is found at the end of a large file', async () => {
    const rows = '3,"2",cc\n'.repeat(50_000);
    expect((await manifestOf(new Blob([rows, CSV])))?.rows).toBe(2);
  });

  it.each([
    ['a file that was cut within a row', CSV.slice(0, 30)],
    ['a file that was cut within its manifest', CSV.slice(0, -20)],
    ['a file without one', '{"id":1,"rowDigest":"aa"}\n'],
    ['a row that speaks of one', '{"manifest":{"rows":"many"}}\n'],
    ['nothing', ''],
  ])('is missing in %s', (_, text) => {
    expect(manifestIn(text)).toBeUndefined();
  });
});
