/**
 * What a person has typed and not sent, kept for this tab by user and object, so that neither a lost token nor a reload
 * loses it. A draft ends with its success, with [Discard], and with the sign-out.
 */
const PREFIX = 'firstfill.draft';

export interface Draft<T> {
  value: T;
  /** When it was last changed, in milliseconds of this computer's clock. */
  at: number;
}

function keyOf(subject: string, object: string): string {
  return `${PREFIX}|${subject}|${object}`;
}

export function readDraft<T>(store: Storage, subject: string, object: string): Draft<T> | undefined {
  const text = store.getItem(keyOf(subject, object));
  if (text === null) {
    return undefined;
  }
  try {
    return JSON.parse(text) as Draft<T>;
  } catch {
    return undefined;
  }
}

/** A full store loses the draft and nothing else: what is on the page stays. */
export function writeDraft<T>(store: Storage, subject: string, object: string, draft: Draft<T>): void {
  try {
    store.setItem(keyOf(subject, object), JSON.stringify(draft));
  } catch {
    store.removeItem(keyOf(subject, object));
  }
}

export function removeDraft(store: Storage, subject: string, object: string): void {
  store.removeItem(keyOf(subject, object));
}

export function removeAllDrafts(store: Storage): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  keys.filter((key) => key?.startsWith(`${PREFIX}|`)).forEach((key) => key !== null && store.removeItem(key));
}
