import { bearerToken, renewAfterRefusal } from '@/session/session';
import { observeDate } from './clock';
import { noteAnswer, noteFailure } from './health';
import { NoAnswer, problemOf, SessionEnded, type Api, type Failure } from './problem';

/**
 * Makes the `fetch` of one API's client: adds the token, renews it once when it is refused, reads refusals, and notes
 * whether the service answers. Rejects with a `Failure`, or with the abort of the caller.
 */
export function fetchOf(api: Api): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const again = request.clone();
    try {
      const response = await send(request);
      const final = response.status === 401 ? await renewed(again) : response;
      if (!final.ok && final.status !== 304) {
        throw problemOf(api, final, await bodyOf(final));
      }
      noteAnswer(api);
      return final;
    } catch (failure) {
      const known = failureOf(api, failure, request.signal);
      if (known !== undefined) {
        noteFailure(api, known);
      }
      throw known ?? failure;
    }
  };
}

async function send(request: Request): Promise<Response> {
  const token = bearerToken();
  if (token === undefined) {
    throw new SessionEnded();
  }
  request.headers.set('Authorization', `Bearer ${token}`);
  const sentAt = Date.now();
  const response = await fetch(request);
  observeDate(response.headers.get('Date'), sentAt, Date.now());
  return response;
}

async function renewed(request: Request): Promise<Response> {
  if (!(await renewAfterRefusal())) {
    throw new SessionEnded();
  }
  return send(request);
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Undefined where the caller itself gave up. */
function failureOf(api: Api, failure: unknown, signal: AbortSignal): Failure | undefined {
  if (failure instanceof SessionEnded || (failure instanceof Error && failure.name === 'ApiProblem')) {
    return failure as Failure;
  }
  if (signal.aborted) {
    const timedOut = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
    return timedOut ? new NoAnswer(api, 'timeout') : undefined;
  }
  return new NoAnswer(api, 'network');
}
