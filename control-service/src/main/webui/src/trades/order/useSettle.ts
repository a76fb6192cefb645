import { useRef, useState } from 'react';
import { control } from '@/api';
import { newIdempotencyKey } from '@/api/key';
import { ApiProblem, isFailure, type Failure } from '@/api/problem';

export interface Settlement {
  executedQuantity: string;
  executedQuote: string;
  reason: string;
}

export type SettleState =
  | { phase: 'writing' }
  | { phase: 'asking'; since: number }
  | { phase: 'settled' }
  /** No trader has confirmed it yet. */
  | { phase: 'recorded' }
  | { phase: 'refused'; failure: Failure };

/** Longer than control waits for a trader, in milliseconds. */
const LIMIT = 10_000;

/** A press that got no answer has the same key when it is pressed again with the same words: it is one command. */
export function useSettle(environment: string, clientOrderId: string) {
  const [state, setState] = useState<SettleState>({ phase: 'writing' });
  const sent = useRef({ text: '', key: '' });
  async function settle(settlement: Settlement): Promise<boolean> {
    const body = {
      executedQuantity: settlement.executedQuantity.trim(),
      executedQuote: settlement.executedQuote.trim(),
      reason: settlement.reason.trim(),
    };
    const text = JSON.stringify(body);
    if (sent.current.text !== text) {
      sent.current = { text, key: newIdempotencyKey() };
    }
    setState({ phase: 'asking', since: performance.now() });
    try {
      const answer = await control.settleOrder({
        path: { environment, clientOrderId },
        headers: { 'Idempotency-Key': sent.current.key },
        body,
        signal: AbortSignal.timeout(LIMIT),
      });
      setState({ phase: answer.note === undefined ? 'settled' : 'recorded' });
      return true;
    } catch (error) {
      if (!isFailure(error)) {
        throw error;
      }
      if (error instanceof ApiProblem && error.status < 500) {
        sent.current = { text: '', key: '' };
      }
      setState({ phase: 'refused', failure: error });
      return false;
    }
  }
  return { state, settle };
}
