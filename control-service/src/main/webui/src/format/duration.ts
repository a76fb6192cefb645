const UNITS: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** An age or a duration in whole units, the two largest: `3 h 12 m` is read as hours and minutes. */
export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < 60) {
    return `${whole} s`;
  }
  const first = UNITS.findIndex(([, size]) => whole >= size);
  const [unit, size] = UNITS[first] ?? ['s', 1];
  const [nextUnit, nextSize] = UNITS[first + 1] ?? ['s', 1];
  const count = Math.floor(whole / size);
  const rest = Math.floor((whole % size) / nextSize);
  // Of minutes, seconds matter only while there are few.
  return rest === 0 || (unit === 'min' && count >= 10) ? `${count} ${unit}` : `${count} ${unit} ${rest} ${nextUnit}`;
}

/** An interval of microseconds to three digits: 620 µs, 12.4 ms, 1.24 s; negative ones keep their sign. */
export function microsText(micros: number): string {
  const size = Math.abs(micros);
  const sign = micros < 0 ? '\u2212' : '';
  if (size < 1_000) {
    return `${sign}${size} µs`;
  }
  if (size < 1_000_000) {
    return `${sign}${threeDigits(size / 1_000)} ms`;
  }
  return size < 60_000_000 ? `${sign}${threeDigits(size / 1_000_000)} s` : sign + durationText(size / 1_000_000);
}

function threeDigits(value: number): string {
  if (value >= 100) {
    return String(Math.floor(value));
  }
  const digits = value >= 10 ? 1 : 2;
  const scale = 10 ** digits;
  return (Math.floor(value * scale + 1e-9) / scale).toFixed(digits);
}

/** The time until a moment: 00:04:12, tenths below ten seconds, days before the hours where there are some. */
export function countdownText(milliseconds: number): string {
  if (milliseconds < 10_000) {
    const tenths = Math.ceil(milliseconds / 100);
    return `${Math.floor(tenths / 10)}.${tenths % 10} s`;
  }
  const seconds = Math.ceil(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const clock = [Math.floor((seconds % 86_400) / 3_600), Math.floor((seconds % 3_600) / 60), seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return days === 0 ? clock : `${days} d ${clock}`;
}

const TYPED = /^(\d+(?:\.\d+)?)\s*(ms|s|min|h)$/;
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** What a person types as `500 ms`, `2 s`, `5 min` or `1 h`, as ISO 8601; undefined for anything else. */
export function isoDuration(typed: string): string | undefined {
  const [, number, unit] = TYPED.exec(typed.trim()) ?? [];
  if (number === undefined || unit === undefined) {
    return undefined;
  }
  switch (unit) {
    case 'ms':
      return `PT${movedPoint(number, 3)}S`;
    case 's':
      return `PT${number}S`;
    case 'min':
      return number.includes('.') ? undefined : `PT${number}M`;
    default:
      return number.includes('.') ? undefined : `PT${number}H`;
  }
}

function movedPoint(number: string, places: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = whole.padStart(places + 1, '0');
  const cut = digits.length - places;
  const text = `${digits.slice(0, cut)}.${digits.slice(cut)}${fraction}`;
  return text.replace(/^0+(?=\d)/, '').replace(/\.?0+$/, '') || '0';
}

/** Seconds of an ISO 8601 duration such as `PT0.5S`; undefined where it is none. */
export function isoSeconds(iso: string): number | undefined {
  const [all, days, hours, minutes, seconds] = ISO.exec(iso) ?? [];
  if (all === undefined) {
    return undefined;
  }
  return Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3_600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}

/** An ISO 8601 duration as a person types it: `500 ms`, `2 s`, `5 min`, `1 h`. */
export function typedDuration(iso: string): string {
  const seconds = isoSeconds(iso);
  if (seconds === undefined) {
    return iso;
  }
  if (seconds < 1) {
    return `${Math.round(seconds * 1_000_000) / 1_000} ms`;
  }
  if (seconds % 3_600 === 0) {
    return `${seconds / 3_600} h`;
  }
  return seconds % 60 === 0 && seconds >= 120 ? `${seconds / 60} min` : `${seconds} s`;
}

/** A sentence of the API with its durations as a person types them: `from PT0.1S to PT1M` is `from 100 ms to 60 s`. */
export function withTypedDurations(sentence: string): string {
  return sentence.replace(/\bP(?:\d+D)?T[\d.HMS]*[HMS]\b/g, typedDuration);
}
