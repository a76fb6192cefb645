import { decimalParts, trimmed, type Decimal as Value } from '@/format/decimal';
import styles from './Decimal.module.css';

export interface DecimalProps {
  value: Value;
  /** The least digits after the point: 2 for amounts, else 0. */
  least?: number;
  /** Digits after the point to make room for, so that the numbers of a column align on it. */
  room?: number;
  unit?: string | undefined;
}

/** A number as the API gives it, every digit of it; copying gives the API's text. */
export function Decimal({ value, least = 0, room = 0, unit }: DecimalProps) {
  const parts = decimalParts(least > 0 ? trimmed(value) : value, least);
  if (parts === undefined) {
    return <span className="muted">{value}</span>;
  }
  const { sign, whole, zeros, rest } = parts;
  const fraction = zeros.length + rest.length;
  return (
    <span className={`number ${styles['decimal']}`} onCopy={(event) => copy(event, value)}>
      {sign === '-' && '\u2212'}
      {whole}
      {fraction > 0 && '.'}
      {zeros !== '' && <span className="muted">{zeros}</span>}
      {rest}
      {room > fraction && <Room digits={room - fraction} point={fraction === 0} />}
      {unit !== undefined && (
        <span data-unit className={styles['unit']}>
          {' '}
          {unit}
        </span>
      )}
    </span>
  );
}

/** Takes the room of digits that are not there. */
function Room({ digits, point }: { digits: number; point: boolean }) {
  return (
    <span aria-hidden className={styles['room']}>
      {(point ? '.' : '') + '0'.repeat(digits)}
    </span>
  );
}

/** A selection that goes beyond the number is copied as it stands. */
function copy(event: React.ClipboardEvent<HTMLElement>, value: Value): void {
  const selection = window.getSelection();
  const number = event.currentTarget;
  if (selection === null || !number.contains(selection.anchorNode) || !number.contains(selection.focusNode)) {
    return;
  }
  event.clipboardData.setData('text/plain', value);
  event.preventDefault();
}

/** The digits after the point that a column of numbers needs. */
export function roomFor(values: readonly (Value | undefined)[], least = 0): number {
  return Math.max(
    least,
    ...values.map((value) => (value === undefined ? 0 : ((least > 0 ? trimmed(value) : value).split('.')[1] ?? '').length)),
  );
}
