import { describe, expect, it } from 'vitest';
import { carryOut, type LookedUp, type LookedUpDeed, type LookUpTiming } from './lookedUp';
import { ApiProblem, NoAnswer, SessionEnded } from './problem';

/** Time that passes only by waiting. */
class VirtualTime implements LookUpTiming {
  at = 0;
  now = (): number => this.at;
  wait = (milliseconds: number): Promise<void> => {
    this.at += milliseconds;
    return Promise.resolve();
  };
  limit = (): AbortSignal => new AbortController().signal;
}

function problem(status: number, type: string): ApiProblem {
  return new ApiProblem('control', status, type, 'no', [], undefined, undefined, {});
}

/** Each in turn: an error is thrown, the last one stays. */
function answers<R>(...each: (R | Error | undefined)[]): () => Promise<R> {
  return () => {
    const next = each.length > 1 ? each.shift() : each[0];
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next as R);
  };
}

interface Seen {
  states: LookedUp<string>[];
  sent: string[];
  looks: number;
  time: number;
}

async function seen(deed: LookedUpDeed<string>): Promise<Seen> {
  const time = new VirtualTime();
  const states: LookedUp<string>[] = [];
  const sent: string[] = [];
  let looks = 0;
  const send: LookedUpDeed<string>['send'] = (key, signal) => {
    sent.push(key);
    return deed.send(key, signal);
  };
  const look: LookedUpDeed<string>['look'] = (signal) => {
    looks += 1;
    return deed.look(signal);
  };
  await carryOut({ send, look }, (state) => states.push(state), time);
  return { states, sent, looks, time: time.at };
}

const LOST = new NoAnswer('control', 'timeout');

describe('a command that is looked up', () => {
  it('is done by its answer, and nothing is looked for', async () => {
    const { states, looks } = await seen({ send: answers('v5'), look: answers<string>(undefined) });
    expect(states).toEqual([{ phase: 'waiting', since: 0 }, { phase: 'done', result: 'v5' }]);
    expect(looks).toBe(0);
  });

  it.each([
    ['no network', new NoAnswer('control', 'network')],
    ['no answer in time', LOST],
    ['a 503 no-answer', problem(503, 'no-answer')],
    ['a 502 of the gateway', problem(502, '')],
  ])('is looked for after %s, and sent once', async (_, failure) => {
    const { states, sent } = await seen({ send: answers<string>(failure), look: answers<string>(undefined, 'v5') });
    expect(states.map(({ phase }) => phase)).toEqual(['waiting', 'looking', 'done']);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a conflict', problem(409, 'name-taken')],
    ['a version that is not the latest', problem(412, '')],
    ['a service that is starting', problem(503, 'starting')],
    ['the end of the session', new SessionEnded()],
  ])('has failed after %s, which is an answer', async (_, failure) => {
    const { states, looks } = await seen({ send: answers<string>(failure), look: answers('v5') });
    expect(states.at(-1)).toEqual({ phase: 'failed', failure });
    expect(looks).toBe(0);
  });

  it('is absent only when the command is past its deadline', async () => {
    const { states, time } = await seen({ send: answers<string>(LOST), look: answers<string>(undefined) });
    expect(states.at(-1)).toEqual({ phase: 'absent' });
    expect(time).toBe(6_000);
  });

  it('is not absent while no look is answered', async () => {
    const away: (Error | undefined)[] = Array.from({ length: 40 }, () => LOST);
    const { states, time } = await seen({ send: answers<string>(LOST), look: answers<string>(...away, 'v5') });
    expect(states.at(-1)).toEqual({ phase: 'done', result: 'v5' });
    expect(time).toBe(20_500);
  });

  it('has a key of its own for each press', async () => {
    const deed = { send: answers('v5'), look: answers<string>(undefined) };
    const keys = [...(await seen(deed)).sent, ...(await seen(deed)).sent];
    expect(new Set(keys).size).toBe(2);
  });
});
