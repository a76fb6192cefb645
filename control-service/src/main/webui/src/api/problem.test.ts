import { describe, expect, it } from 'vitest';
import { isAway, isStarting, NoAnswer, problemOf } from './problem';

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers });
}

describe('a refusal', () => {
  it('is read from its document', () => {
    const problem = problemOf('control', answer(503, { 'Retry-After': '1', 'X-Correlation-Id': 'c-1' }), {
      type: 'urn:firstfill:problem:gate-closed',
      title: 'Service Unavailable',
      detail: 'The ledger cannot start a run now',
      items: [{ name: 'ledger', ok: false }],
    });
    expect(problem).toMatchObject({ type: 'gate-closed', retryAfter: 1, correlationId: 'c-1', status: 503 });
    expect(problem.message).toBe('The ledger cannot start a run now');
    expect(problem.document['items']).toHaveLength(1);
  });

  it('keeps the violations that name a field', () => {
    const violations = [{ field: 'caps.spend', in: 'body', message: 'must not exceed 500' }, { message: 'x' }, null];
    expect(problemOf('control', answer(400), { violations }).violations).toEqual([
      { field: 'caps.spend', message: 'must not exceed 500' },
    ]);
  });

  it.each([undefined, 'text', null, []])('may have no document (%s)', (body) => {
    expect(problemOf('ledger', answer(502), body)).toMatchObject({ status: 502, type: '', detail: 'Status 502' });
  });
});

describe('a service', () => {
  it('is away without an answer or behind a gateway that got none, and starting when it says so', () => {
    const starting = problemOf('control', answer(503), { type: 'urn:firstfill:problem:starting' });
    expect(isAway(new NoAnswer('ledger', 'timeout'))).toBe(true);
    expect(isAway(problemOf('ledger', answer(504), {}))).toBe(true);
    expect(isAway(problemOf('ledger', answer(500), {}))).toBe(false);
    expect([isAway(starting), isStarting(starting)]).toEqual([false, true]);
  });

  it.each(['no-answer', 'not-acknowledged', 'not-sent', 'gate-closed'])('is there when it says of a command %s', (type) => {
    expect(isAway(problemOf('control', answer(503), { type: `urn:firstfill:problem:${type}` }))).toBe(false);
  });
});
