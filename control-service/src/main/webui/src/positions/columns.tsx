import { Link } from 'wouter';
import type { PositionItem } from '@/api/generated/ledger';
import { quoteOf } from '@/format/decimal';
import { Decimal, roomFor } from '@/ui/Decimal';
import type { Column } from '@/ui/Table';

/** How much of a pair, and what it cost. */
export function moneyColumns(rows: readonly PositionItem[]): Column<PositionItem>[] {
  const room = {
    quantity: roomFor(rows.map(({ quantity }) => quantity)),
    cost: roomFor(rows.map(({ cost }) => cost), 2),
    price: roomFor(rows.map(({ averagePrice }) => averagePrice)),
  };
  return [
    {
      head: 'Quantity',
      numeric: true,
      labelled: true,
      cell: ({ quantity }) => quantity !== undefined && <Decimal value={quantity} room={room.quantity} />,
    },
    {
      head: 'Cost',
      numeric: true,
      labelled: true,
      cell: ({ cost, pair }) => cost !== undefined && <Decimal value={cost} least={2} room={room.cost} unit={quoteOf(pair)} />,
    },
    {
      head: 'Average price',
      numeric: true,
      labelled: true,
      cell: ({ averagePrice }) => averagePrice !== undefined && <Decimal value={averagePrice} room={room.price} />,
    },
  ];
}

/** The result of a position; of an open one what it would bring at the last bid. */
export function resultColumns(rows: readonly PositionItem[]): Column<PositionItem>[] {
  const room = {
    realised: roomFor(rows.map(({ realised }) => realised), 2),
    unrealised: roomFor(rows.map(({ unrealised }) => unrealised), 2),
  };
  return [
    {
      head: 'Realised',
      numeric: true,
      labelled: true,
      cell: ({ realised, pair }) => <Decimal value={realised} least={2} room={room.realised} unit={quoteOf(pair)} />,
    },
    {
      head: 'Unrealised',
      numeric: true,
      labelled: true,
      cell: ({ unrealised, pair }) =>
        unrealised === undefined ? (
          <span className="muted">unknown</span>
        ) : (
          <Decimal value={unrealised} least={2} room={room.unrealised} unit={quoteOf(pair)} />
        ),
    },
  ];
}

export function runColumn<T extends { runId: string }>(to: (rest: string) => string, nameOf: (runId: string) => string): Column<T> {
  return {
    head: 'Run',
    labelled: true,
    wrapping: true,
    cell: ({ runId }) => <Link href={to(`runs/${runId}`)}>{nameOf(runId)}</Link>,
  };
}
