import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '@/shell/pages';
import { beside, DESK, seriousFindings, windows } from './browser';
import { examples, pathOf, type Examples } from './examples';
import { calm } from './stack';

const open = windows();
let known: Examples;

beforeAll(async () => {
  await calm();
  known = await examples();
});

afterAll(calm);

/** Such as `configurations-id-edit`. */
function nameOf(path: string): string {
  return path.slice(1).replaceAll(/\W+/g, '-');
}

/** A desk at 200 % has half of its pixels. */
const ENLARGED = { width: DESK.width / 2, height: DESK.height / 2 };

describe.each([
  ['a desk', DESK],
  ['a hand', { ...DESK, width: 390, height: 844 }],
])('every page in %s', (_, look) => {
  it('fits its window, in both themes, without serious findings of axe', async () => {
    const window = await open('founder', 'now', look);
    const { page } = window;
    const findings: unknown[] = [];
    // What fades is not photographed half-way.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const { path } of PAGES) {
      await window.goto(pathOf(path, known).slice(1));
      await window.screenshot(nameOf(path));
      findings.push(...(await seriousFindings(page)).map((finding) => [path, finding]));
      expect(await beside(page), `${path} is wider than ${look.width} px`).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme: 'dark' });
      await window.screenshot(nameOf(path));
      findings.push(...(await seriousFindings(page, 'color-contrast')).map((finding) => [path, 'dark', finding]));
      await page.emulateMedia({ colorScheme: 'light' });
      if (look === DESK) {
        await page.setViewportSize(ENLARGED);
        expect(await beside(page), `${path} is wider than its window at 200 %`).toBeLessThanOrEqual(0);
        await page.setViewportSize(look);
      }
    }
    expect(findings).toEqual([]);
  }, 300_000);
});

describe('the dialogs', () => {
  it('have no serious findings either, and give the focus back', async () => {
    const { page } = await open('founder', 'now', { ...DESK, width: 390, height: 844 });
    const bar = page.locator('[class*="bottom"]');
    await bar.getByRole('button', { name: 'Halt…' }).click();
    await page.getByRole('dialog').getByLabel('Reason').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Halt…');
  });
});

describe('the first view', () => {
  it('comes at once after the sign-in', async () => {
    const { page } = await open('viewer');
    await page.getByRole('region', { name: 'Run' }).getByText('Running').waitFor();
    const { drawn, loaded, kibibytes } = await page.evaluate(() => {
      const scripts = (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ initiatorType, name }) => initiatorType === 'script' || name.endsWith('.js'));
      return {
        drawn: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        loaded: performance.now(),
        kibibytes: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
      };
    });
    console.log(
      `First view: drawn ${drawn.toFixed(0)} ms after the redirect, with its data after at most ${loaded.toFixed(0)} ms, ${kibibytes.toFixed(0)} KiB of script until then`,
    );
    expect(drawn).toBeGreaterThan(0);
  });
});
