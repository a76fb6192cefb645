import { describe, expect, it } from 'vitest';
import { ApiProblem, NoAnswer, NotSent } from './problem';
import { SafetyCommand, type Progress, type SafetyTiming } from './safety';

/** Time that passes only by waiting. */
class VirtualTime implements SafetyTiming {
  at = 0;
  now = (): number => this.at;
  wait = (milliseconds: number): Promise<void> => {
    this.at += milliseconds;
    return Promise.resolve();
  };
  limit = (): AbortSignal => new AbortController().signal;
}

function refusal(status: number): ApiProblem {
  return new ApiProblem('control', status, '', 'no', [], undefined, undefined, {});
}

const RECORDED: Progress<string> = { recorded: true };

describe('a stop', () => {
  it('is not done before it is confirmed', async () => {
    const phases: string[] = [];
    const command = new SafetyCommand<string>(new VirtualTime());
    command.onChange(() => phases.push(command.current().phase));
    const looks = [RECORDED, RECORDED, { confirmed: 'STOPPED' }];

    await command.press({ send: async () => RECORDED, look: async () => looks.shift() ?? RECORDED });

    expect(phases).toEqual(['sending', 'recorded', 'recorded', 'recorded', 'confirmed']);
    expect(command.current()).toEqual({ phase: 'confirmed', took: 1_500, result: 'STOPPED' });
  });

  it('is sent again with one key until it is recorded', async () => {
    const keys: string[] = [];
    const answers: (Error | Progress<string>)[] = [new NoAnswer('control', 'network'), refusal(503), { confirmed: 'STOPPED' }];
    const command = new SafetyCommand<string>(new VirtualTime());

    await command.press({
      send: async (key) => {
        keys.push(key);
        const answer = answers.shift();
        if (answer instanceof Error) {
          throw answer;
        }
        return answer ?? RECORDED;
      },
      look: async () => RECORDED,
    });

    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(command.current()).toMatchObject({ phase: 'confirmed', took: 2_000 });
  });

  it('is not sent again when it is refused', async () => {
    const command = new SafetyCommand<string>(new VirtualTime());
    let sent = 0;
    await command.press({
      send: async () => {
        sent++;
        throw refusal(403);
      },
      look: async () => RECORDED,
    });
    expect(sent).toBe(1);
    expect(command.current()).toMatchObject({ phase: 'refused' });
  });

  it('pressed twice is one command', async () => {
    const command = new SafetyCommand<string>(new VirtualTime());
    let sent = 0;
    const deed = {
      send: async () => {
        sent++;
        return { confirmed: 'STOPPED' };
      },
      look: async () => RECORDED,
    };
    await Promise.all([command.press(deed), command.press(deed)]);
    expect(sent).toBe(1);
  });

  it('gives way to another one that is asked for instead, and its request is aborted', async () => {
    const command = new SafetyCommand<string>(new VirtualTime());
    let aborted: AbortSignal | undefined;
    const first = command.press({
      send: (_, signal) => {
        aborted = signal;
        return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      },
      look: async () => RECORDED,
    });
    await command.press({ send: async () => ({ confirmed: 'HALTED' }), look: async () => RECORDED }, true);
    await first;

    expect(aborted?.aborted).toBe(true);
    expect(command.current()).toMatchObject({ phase: 'confirmed', result: 'HALTED' });
  });

  it('that cannot be sent says why, unless one is under way', async () => {
    const command = new SafetyCommand<string>(new VirtualTime());
    command.refuse(new NotSent('No run is active.'));
    expect(command.current()).toMatchObject({ phase: 'refused', failure: { message: 'No run is active.' } });

    const underWay = command.press({ send: async () => ({ confirmed: 'STOPPED' }), look: async () => RECORDED });
    command.refuse(new NotSent('No run is active.'));
    await underWay;
    expect(command.current()).toMatchObject({ phase: 'confirmed' });
  });

  it('survives looks that fail, and ends when it is given up', async () => {
    const command = new SafetyCommand<string>(new VirtualTime());
    let looks = 0;
    await command.press({
      send: async () => RECORDED,
      look: async () => {
        looks++;
        if (looks === 3) {
          command.giveUp();
        }
        throw new NoAnswer('control', 'timeout');
      },
    });
    expect(looks).toBe(3);
    expect(command.current()).toEqual({ phase: 'idle' });
  });
});
