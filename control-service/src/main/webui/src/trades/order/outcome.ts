import type { OrderItem } from '@/api/generated/ledger';
import { AMBIGUITIES, reasonText, RESOLUTIONS, wordsOf } from '@/format/words';

type Facts = Pick<OrderItem, 'status' | 'reason' | 'ambiguity' | 'resolution'>;

/** What became of an order, in a sentence. */
export function outcomeOf({ status, reason, ambiguity, resolution }: Facts): string {
  const because = reason === undefined ? '' : `: ${reasonText(reason)}`;
  switch (status) {
    case 'ARMED':
      return 'It is prepared and waits for its opening.';
    case 'DENIED':
      return `We decided not to send it${because}.`;
    case 'SUBMITTED':
      return 'It is sent. What the exchange says to it is not recorded yet.';
    case 'ACCEPTED':
      return 'The exchange has acknowledged it. Whether anything was filled is not known yet.';
    case 'PARTIALLY_FILLED':
      return 'It is partly filled and still open.';
    case 'FILLED':
      return 'It is filled completely.';
    case 'REJECTED':
      return `The exchange has refused it${because}. Nothing was bought.`;
    case 'CANCELED':
      return `It has ended without being filled completely${because}.`;
    case 'ABSENT':
      return 'The exchange does not have it. Nothing was bought.';
    case 'UNRESOLVED': {
      const why = ambiguity === undefined ? '' : ` (${wordsOf(AMBIGUITIES, ambiguity)})`;
      const handed = resolution === 'OPERATOR';
      return `The exchange's answer is unknown${why}. Nothing is sent again; ${handed ? 'it could not be looked up, and a person must settle it' : 'it is being looked up'}.`;
    }
    default:
      return `Its status ${String(status)} is not known to this panel.`;
  }
}

/** How doubt about an order ended, where there was any; a doubt that lasts is the outcome itself. */
export function pastDoubtOf({ status, ambiguity, resolution }: Facts): string | undefined {
  if (ambiguity === undefined || status === 'UNRESOLVED') {
    return undefined;
  }
  const end = resolution === undefined ? '' : ` It ended: ${wordsOf(RESOLUTIONS, resolution)}.`;
  return `It was in doubt for a time: ${wordsOf(AMBIGUITIES, ambiguity)}.${end}`;
}
