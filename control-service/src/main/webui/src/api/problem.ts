/** The two services that the panel asks. */
export type Api = 'control' | 'ledger';

export interface Violation {
  /** The path of the field, such as `caps.spend` or `symbols.deny[3]`. */
  field: string;
  message: string;
}

/** An answer that refuses: a problem document (RFC 9457), or a bare status. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly api: Api,
    readonly status: number,
    /** The last part of the type, such as `gate-closed`; empty where the document has none of ours. */
    readonly type: string,
    readonly detail: string,
    readonly violations: readonly Violation[],
    /** Identifies the request in the services' logs. */
    readonly correlationId: string | undefined,
    /** Seconds to wait before the next try. */
    readonly retryAfter: number | undefined,
    /** The whole document, for the fields of single types such as `items` and `activeRunId`. */
    readonly document: Readonly<Record<string, unknown>>,
  ) {
    super(detail);
  }
}

/** There was no answer: the network failed, or the time was up. Whether the request was carried out is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(
    readonly api: Api,
    readonly reason: 'network' | 'timeout',
  ) {
    super(reason === 'timeout' ? 'No answer in time' : 'No connection');
  }
}

/** The session has ended: the page says so, and nothing else. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';

  constructor() {
    super('your session has ended; sign in again');
  }
}

/** The page itself does not send a command, and says why. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

export type Failure = ApiProblem | NoAnswer | SessionEnded | NotSent;

export function isFailure(error: unknown): error is Failure {
  return [ApiProblem, NoAnswer, SessionEnded, NotSent].some((kind) => error instanceof kind);
}

const OUR_TYPE = 'urn:firstfill:problem:';

/** Reads a refusal. The body may be of another kind, as a proxy's is. */
export function problemOf(api: Api, response: Response, body: unknown): ApiProblem {
  const document = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const type = typeof document['type'] === 'string' ? document['type'] : '';
  return new ApiProblem(
    api,
    response.status,
    type.startsWith(OUR_TYPE) ? type.slice(OUR_TYPE.length) : '',
    text(document['detail']) ?? text(document['title']) ?? `Status ${response.status}`,
    violationsOf(document['violations']),
    text(document['correlationId']) ?? response.headers.get('X-Correlation-Id') ?? undefined,
    seconds(response.headers.get('Retry-After')),
    document,
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function violationsOf(value: unknown): Violation[] {
  const entries: unknown[] = Array.isArray(value) ? value : [];
  return entries.flatMap((entry) => {
    const { field, message } = (entry ?? {}) as Record<string, unknown>;
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
}

function seconds(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}

/** Of a 503 that the service itself gives: what it says is about the command, or about another part. */
const SPOKEN = ['starting', 'gate-closed', 'no-answer', 'not-acknowledged', 'not-sent'];

/** Whether the service is away: what it says is not about the request. */
export function isAway(failure: Failure): boolean {
  return (
    failure instanceof NoAnswer ||
    (failure instanceof ApiProblem && [502, 503, 504].includes(failure.status) && !SPOKEN.includes(failure.type))
  );
}

export function isStarting(failure: Failure): boolean {
  return failure instanceof ApiProblem && failure.type === 'starting';
}

/** Whether a command that failed this way may still be carried out: the page has to look, and sends nothing again. */
export function leavesOpen(failure: unknown): boolean {
  return failure instanceof ApiProblem
    ? failure.status >= 500 && ['no-answer', 'not-acknowledged', ''].includes(failure.type)
    : !(failure instanceof SessionEnded || failure instanceof NotSent);
}
