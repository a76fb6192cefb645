/** What an export states of itself in its last line. */
export interface Manifest {
  rows: number;
  sha256: string;
  exportedAt: string;
  heads: readonly { environment: string; position: number; hash: string }[];
}

/** Longer than any manifest: a head for each environment, and the filters. */
const LONGEST = 65_536;

/** Reads the manifest of an exported file; undefined where it was cut before its end. */
export async function manifestOf(file: Blob): Promise<Manifest | undefined> {
  const tail = await file.slice(Math.max(0, file.size - LONGEST)).text();
  return manifestIn(tail);
}

export function manifestIn(tail: string): Manifest | undefined {
  const last = tail.trimEnd().split('\n').at(-1) ?? '';
  try {
    return checked(last.startsWith(CELL) ? JSON.parse(unquoted(last.slice(CELL.length))) : (JSON.parse(last) as { manifest?: unknown }).manifest);
  } catch {
    return undefined;
  }
}

const CELL = '#manifest,';

/** A CSV cell, whose quotes are doubled (RFC 4180). */
function unquoted(cell: string): string {
  return cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

function checked(value: unknown): Manifest | undefined {
  const { rows, sha256, exportedAt, heads } = (value ?? {}) as Partial<Record<keyof Manifest, unknown>>;
  return Number.isInteger(rows) && typeof sha256 === 'string' && typeof exportedAt === 'string' && Array.isArray(heads)
    ? (value as Manifest)
    : undefined;
}
