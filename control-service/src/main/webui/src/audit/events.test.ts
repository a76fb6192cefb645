import { describe, expect, it } from 'vitest';
import { appliedEvents, guardrailEvents, merged, runEvents, stateEvents, type HistoryEvent, type Source } from './events';

function at(second: number): string {
  return `2026-11-28T02:00:${String(second).padStart(2, '0')}Z`;
}

function event(second: number, key = `e${second}`): HistoryEvent {
  return { key, at: at(second), kind: 'run', what: 'x', who: 'risk', reason: undefined, changes: [] };
}

function source(seconds: readonly number[], goesOn: boolean): Source {
  const last = seconds.at(-1);
  return { events: seconds.map((second) => event(second)), goesOnBefore: goesOn && last !== undefined ? at(last) : undefined };
}

describe('merged lists', () => {
  it('end where the first of them goes on, so that nothing is missing between', () => {
    const { events, olderBefore } = merged([source([50, 40, 30], true), source([55, 20, 10], false)], undefined);
    expect(events.map(({ key }) => key)).toEqual(['e55', 'e50', 'e40', 'e30']);
    expect(olderBefore).toBe('2026-11-28T02:00:30.001Z');
  });

  it('leave out what is on a newer page', () => {
    const { events, olderBefore } = merged([source([50, 40], false)], at(50));
    expect(events.map(({ key }) => key)).toEqual(['e40']);
    expect(olderBefore).toBeUndefined();
  });

  it('always go further back', () => {
    const all = source([30], true);
    const first = merged([all], undefined);
    const second = merged([all], first.olderBefore);
    expect(second.olderBefore).toBe('2026-11-28T02:00:30.000Z');
  });

  it('show everything once, over all pages', () => {
    const states = Array.from({ length: 23 }, (_, index) => 59 - index * 2);
    const runs = Array.from({ length: 7 }, (_, index) => 58 - index * 8);
    const page = (all: readonly number[], to: string | undefined): Source => {
      const rest = all.filter((second) => to === undefined || Date.parse(at(second)) < Date.parse(to));
      return source(rest.slice(0, 5), rest.length > 5);
    };
    const seen = new Set<string>();
    let to: string | undefined;
    for (let pages = 0; pages < 20; pages++) {
      const { events, olderBefore } = merged([page(states, to), page(runs, to)], to);
      events.forEach(({ key }) => seen.add(key));
      if (olderBefore === undefined) {
        break;
      }
      to = olderBefore;
    }
    expect(seen.size).toBe(states.length + runs.length);
  });
});

describe('the history', () => {
  it('names the state before, where the list has it', () => {
    const state = (reportId: string, to: 'ACTIVE' | 'HALTED') => ({
      environment: 'paper',
      reportId,
      reportedAt: at(1),
      state: to,
      reason: 'odd fills',
      changedBy: 'risk',
    });
    const [newer, older] = stateEvents([state('2', 'HALTED'), state('1', 'ACTIVE')]);
    expect(newer?.changes).toEqual([{ label: 'State', from: 'ACTIVE', to: 'HALTED' }]);
    expect(older?.changes).toEqual([]);
    // Set again, with another reason: there is no change to show.
    expect(stateEvents([state('2', 'ACTIVE'), state('1', 'ACTIVE')])[0]?.changes).toEqual([]);
  });

  it('has the limits that changed, and only those, as the API wrote them', () => {
    const [change] = guardrailEvents([
      {
        environment: 'paper',
        reportId: '1',
        reportedAt: at(1),
        version: 2,
        guardrails: { spendPerRun: '250.10', tradesPerHour: 10 },
        previous: { spendPerRun: '500', tradesPerHour: 10, lossPerDay: '50' },
        changedBy: 'risk',
        reason: 'odd fills',
      },
    ]);
    expect(change?.changes).toEqual([
      { label: 'Spend, run', from: '500', to: '250.10' },
      { label: 'Loss, UTC day', from: '50', to: undefined },
    ]);
  });

  it('has the stop of a run at the time when it was asked for, with who and why', () => {
    const events = runEvents([
      { environment: 'paper', runId: '7f3a0000', state: 'STOPPED', startedBy: 'operator', startedAt: at(1), stoppingAt: at(5), stoppedAt: at(6), stoppedBy: 'risk', stopReason: 'odd fills' },
    ]);
    expect(events.map(({ at: time, who, reason }) => [time, who, reason])).toEqual([
      [at(1), 'operator', undefined],
      [at(5), 'risk', 'odd fills'],
    ]);
  });

  it('has no application for the version that a run began with', () => {
    const applied = [
      { configurationId: 'c', version: 4, appliedAt: at(1), changes: [] },
      { configurationId: 'c', version: 5, previousVersion: 4, appliedAt: at(2), appliedBy: 'risk', reason: 'smaller', changes: [{ path: 'caps.spend', from: '250', to: '100' }] },
    ];
    expect(appliedEvents('7f3a0000', applied).map(({ changes }) => changes)).toEqual([
      [
        { label: 'Version', from: '4', to: '5' },
        { label: 'caps.spend', from: '250', to: '100' },
      ],
    ]);
  });
});
