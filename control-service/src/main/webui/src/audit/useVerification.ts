import { useEffect, useRef, useState } from 'react';
import { ledger } from '@/api';
import type { Verification } from '@/api/generated/ledger';
import { isFailure, type Failure } from '@/api/problem';

export type VerificationState =
  | { phase: 'idle' }
  /** `so far`: what the pieces before have found. */
  | { phase: 'running'; since: number; soFar: Verification | undefined }
  | { phase: 'done'; result: Verification; anew: boolean }
  | { phase: 'failed'; failure: Failure | undefined; soFar: Verification | undefined };

/** One answer verifies for a few seconds at most. */
const LIMIT = 60_000;

export interface UsedVerification {
  state: VerificationState;
  /** @param anew from the first record; else from where the last verification ended */
  begin: (anew: boolean) => Promise<void>;
  cancel: () => void;
}

/** Verifies the chain piece by piece, until its end or the first broken record. */
export function useVerification(environment: string): UsedVerification {
  const [state, setState] = useState<VerificationState>({ phase: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const begin = async (anew: boolean): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    const since = performance.now();
    let soFar: Verification | undefined;
    setState({ phase: 'running', since, soFar });
    try {
      for (;;) {
        const request = { query: { environment }, signal: AbortSignal.any([controller.signal, AbortSignal.timeout(LIMIT)]) };
        const result = await (anew && soFar === undefined ? ledger.beginVerification(request) : ledger.continueVerification(request));
        soFar = result;
        if (!result.intact || result.complete) {
          setState({ phase: 'done', result, anew });
          return;
        }
        setState({ phase: 'running', since, soFar });
      }
    } catch (error) {
      setState(controller.signal.aborted ? { phase: 'idle' } : { phase: 'failed', failure: isFailure(error) ? error : undefined, soFar });
    }
  };
  return { state, begin, cancel: () => running.current?.abort() };
}
