import type { ExitStatus, PositionStatus } from '@/api/generated/control';
import { Time } from '@/ui/Time';
import { exitText, sellText } from './exitText';

/** What came of each exit, order by order. `inline` stands within a sentence, where no list may. */
export function ExitList({ position, exits, inline = false }: {
  position: Pick<PositionStatus, 'pair'>;
  exits: readonly ExitStatus[];
  inline?: boolean;
}) {
  if (inline) {
    return exits.flatMap((exit) => [exitText(exit), ...exit.sells.map((sell) => sellText(sell, position.pair))]).map((text, index) => (
      <span key={index}>
        <br />
        {text}
      </span>
    ));
  }
  return (
    <ul>
      {exits.map((exit) => (
        <li key={exit.exitId}>
          <Time at={exit.triggeredAt} /> {exitText(exit)}
          <ul>
            {exit.sells.map((sell) => (
              <li key={sell.clientOrderId}>
                <Time at={sell.at} /> {sellText(sell, position.pair)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
