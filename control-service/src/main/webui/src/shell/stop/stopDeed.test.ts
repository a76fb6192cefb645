import { describe, expect, it } from 'vitest';
import type { Run } from '@/api/generated/control';
import { stopDeed, type StopCalls } from './stopDeed';

const SIGNAL = new AbortController().signal;

/** A control service whose runs stop at once. */
class Control implements StopCalls {
  readonly stopped: string[] = [];

  constructor(private running: string | undefined) {}

  active = async (): Promise<Run | undefined> => (this.running === undefined ? undefined : this.of(this.running));

  stop = async (runId: string): Promise<Run> => {
    this.stopped.push(runId);
    this.running = this.running === runId ? undefined : this.running;
    return this.of(runId);
  };

  run = async (runId: string): Promise<Run> => this.of(runId);

  private of(runId: string): Run {
    return { runId, state: this.running === runId ? 'ACTIVE' : 'STOPPED' } as Run;
  }
}

describe('a press of [Stop run]', () => {
  it('stops the run that the page shows', async () => {
    const control = new Control('a');
    expect(await stopDeed(control, 'a').send('key', SIGNAL)).toMatchObject({ confirmed: { runId: 'a' } });
    expect(control.stopped).toEqual(['a']);
  });

  it('stops the run that is active, where the page still shows the one before', async () => {
    const control = new Control('b');
    expect(await stopDeed(control, 'a').send('key', SIGNAL)).toMatchObject({ confirmed: { runId: 'b' } });
    expect(control.stopped).toEqual(['a', 'b']);
  });

  it('asks which run is active, where the page does not know', async () => {
    const control = new Control('a');
    expect(await stopDeed(control, undefined).send('key', SIGNAL)).toMatchObject({ confirmed: { runId: 'a' } });
  });

  it('says that none is active, and nothing else as done', async () => {
    await expect(stopDeed(new Control(undefined), undefined).send('key', SIGNAL)).rejects.toThrow('No run is active.');
  });
});
