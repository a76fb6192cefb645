import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const TOKENS = readFileSync('src/styles/tokens.css', 'utf8');

/** The light and the dark value of a colour. */
function colour(name: string): [string, string] {
  const both = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(TOKENS);
  const one = new RegExp(`--${name}: (#\\w{6});`).exec(TOKENS);
  const light = both?.[1] ?? one?.[1];
  const dark = both?.[2] ?? one?.[1];
  if (light === undefined || dark === undefined) {
    throw new Error(`tokens.css has no colour ${name}`);
  }
  return [light, dark];
}

/** Relative luminance by WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'sunken'];
const TEXTS = ['text', 'muted', 'accent'];
const STATUSES = ['ok', 'warn', 'bad', 'live', 'paper', 'accent', 'muted'];

const PAIRS: [string, string, number][] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground): [string, string, number] => [text, ground, 4.5])),
  ...STATUSES.flatMap((status): [string, string, number][] => [
    [status, `${status}-fill`, 4.5],
    [status, 'surface', 4.5],
  ]),
  ['on-danger', 'danger', 4.5],
  ['on-live-bar', 'live-bar', 4.5],
  ['on-live-danger', 'on-live-bar', 4.5],
  ['surface', 'accent', 4.5],
  ['control-border', 'surface', 3],
  ['control-border', 'canvas', 3],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s theme', (_theme, index) => {
  it.each(PAIRS)('%s on %s has a contrast of at least %d', (front, back, least) => {
    expect(contrast(colour(front)[index], colour(back)[index])).toBeGreaterThanOrEqual(least);
  });
});
