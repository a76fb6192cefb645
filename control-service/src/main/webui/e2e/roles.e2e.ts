import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGES } from '@/shell/pages';
import { ENVIRONMENT, calm } from './stack';
import { type Window, windows } from './browser';
import { examples, pathOf, type Examples } from './examples';

const open = windows();
let known: Examples;

beforeAll(async () => {
  await calm();
  known = await examples();
});

afterAll(calm);

/** Deeds by the page where their button is, and by the roles that may do them. A run is active, started by `examples`. */
const DEEDS: readonly (readonly [path: string, button: string | RegExp, ...roles: string[]])[] = [
  ['/now', 'Stop run', 'operator', 'risk'],
  ['/now', 'Halt…', 'operator', 'risk'],
  ['/configurations', 'New configuration', 'operator'],
  ['/configurations/:id', 'Start…', 'operator'],
  ['/configurations/:id', 'Edit', 'operator'],
  ['/listings', 'Announce by hand…', 'operator'],
  ['/risk', 'Edit guardrails…', 'risk'],
  ['/audit', 'Verify paper', 'viewer', 'operator', 'risk'],
  ['/audit', 'Verify from the first record', 'operator', 'risk'],
  ['/audit', 'Export orders of paper', 'viewer', 'operator', 'risk'],
  ['/credentials', 'Validate', 'operator'],
];

const PEOPLE: readonly (readonly [user: string, roles: readonly string[]])[] = [
  ['viewer', ['viewer']],
  ['operator', ['viewer', 'operator']],
  ['risk', ['viewer', 'risk']],
  ['founder', ['viewer', 'operator', 'risk']],
];

/** Goes to another page as a link does, without loading the panel again. */
async function visit(window: Window, path: string): Promise<void> {
  await window.page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/env/${ENVIRONMENT}${pathOf(path, known)}`);
  await window.settled();
}

/** The buttons that cannot be pressed and do not say why. */
function unexplained({ page }: Window): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button[aria-disabled="true"]:not([aria-busy="true"])')]
      .filter((button) => !/\.$/.test(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent?.trim() ?? ''))
      .map((button) => button.outerHTML),
  );
}

describe.each(PEOPLE)('%s', (user, roles) => {
  it('sees every page, does what is allowed, and is told why the rest is not', async () => {
    const window = await open(user);
    const { page } = window;
    await window.settled();
    for (const { path } of PAGES) {
      await visit(window, path);
      expect(await page.getByText(/This needs the role|could not answer:|This page has failed|There is no such page/).count(), path).toBe(0);
      expect(await unexplained(window), path).toEqual([]);
      for (const [, button, ...allowed] of DEEDS.filter(([where]) => where === path)) {
        const found = page.getByRole('button', { name: button }).or(page.getByRole('link', { name: button })).first();
        await found.waitFor({ timeout: 10_000 });
        const dead = (await found.getAttribute('aria-disabled')) === 'true';
        expect(dead, `${String(button)} of ${path} refuses ${user}`).toBe(!allowed.some((role) => roles.includes(role)));
      }
    }
  });
});

describe('a person without a role', () => {
  it('is told on every page which role it needs and whom to ask, and nothing is shown', async () => {
    const window = await open('guest');
    window.expects(/403/);
    const { page } = window;
    for (const { path } of PAGES) {
      await visit(window, path);
      await page.getByText('This needs the role viewer. You are guest with no role. Ask whoever manages accounts.').first().waitFor();
      expect(await unexplained(window), path).toEqual([]);
      expect(await page.getByRole('row').count(), path).toBe(0);
    }
  });
});
