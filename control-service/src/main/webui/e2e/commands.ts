import type { Locator, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { api, ENVIRONMENT, ORIGIN, type Saved } from './stack';

/** Only listings that this process has announced: what an earlier test left is not bought. */
export const OURS = { quoteAssets: ['USDT'], allow: [`PNL${process.pid}N*`] };

export interface Draft {
  name: string;
  [field: string]: unknown;
}

/** Saves the next version over the one that is given. */
export function saveOver({ configurationId, version }: Saved, draft: Draft, user = 'operator'): Promise<Saved> {
  const path = `/api/control/v1/configurations/${configurationId}`;
  return api(user, 'PUT', path, { environment: ENVIRONMENT, quoteAmount: '10', symbols: OURS, ...draft }, { 'If-Match': `"${version}"` });
}

export interface Run {
  runId: string;
  configuration: { id: string; version: number };
  caps?: { cap: string; level?: string; used: string; limit: string }[];
}

export function start({ configurationId, version }: Saved): Promise<Run> {
  return api('operator', 'POST', '/api/control/v1/runs', { environment: ENVIRONMENT, configurationId, version });
}

export function getRun(id: string): Promise<Run> {
  return api('viewer', 'GET', `/api/control/v1/runs/${id}`);
}

interface Guardrails {
  version: number;
  guardrails: Record<string, unknown>;
}

export function getGuardrails(): Promise<Guardrails> {
  return api('viewer', 'GET', `/api/control/v1/environments/${ENVIRONMENT}/guardrails`);
}

/** Sets the guardrails as risk does; with nothing, none is left. */
export async function setGuardrails(guardrails: object = {}): Promise<void> {
  const { version } = await getGuardrails();
  const body = { ...guardrails, reason: 'test' };
  await api('risk', 'PUT', `/api/control/v1/environments/${ENVIRONMENT}/guardrails`, body, { 'If-Match': `"${version}"` });
}

/** Changes how the exchange treats a pair. */
export async function behave(pair: string, behaviour: object): Promise<void> {
  const answer = await fetch(`${process.env['FIRSTFILL_SIMULATOR']}/behaviour/${pair.replace('/', '')}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(behaviour),
  });
  if (!answer.ok) {
    throw new Error(`The simulator answers ${answer.status}: ${await answer.text()}`);
  }
}

/** The status of a request that an API refuses. */
export async function refusalOf(user: string, method: string, path: string, body: object): Promise<string> {
  const answer = await api(user, method, path, body).then(
    () => 'done',
    (error: Error) => error.message,
  );
  return / answers (\d+)/.exec(answer)?.[1] ?? answer;
}

/** Changes what the page is told of its environment. Everything else is as the services answer. */
export async function told(page: Page, changes: object): Promise<void> {
  await page.route(`${ORIGIN}/api/control/v1/environments/${ENVIRONMENT}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as object;
    await route.fulfill({ response, json: { ...body, ...changes } });
  });
}

/** Has the page take its environment for one of real money. */
export function asLive(page: Page): Promise<void> {
  return told(page, { mode: 'LIVE' });
}

/** Holds the requests with a method to a path until the returned function is called. */
export async function hold(page: Page, method: string, path: string | RegExp): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let open = false;
  await page.route(path, async (route) => {
    if (open || route.request().method() !== method) {
      await route.fallback();
    } else {
      held.push(route);
    }
  });
  return async () => {
    open = true;
    await Promise.all(held.map((route) => route.continue()));
  };
}

/** What a control that cannot be pressed says of it; its focus shows that. */
export async function refusalSaid(button: Locator): Promise<string> {
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await button.focus();
  const said = button.locator('xpath=following-sibling::*[@role="tooltip"]');
  await said.waitFor();
  return said.innerText();
}

export function isDead(button: Locator): Promise<boolean> {
  return button.getAttribute('aria-disabled').then((dead) => dead === 'true');
}

/** The line of the shell that says what is wrong. */
export function strip(page: Page): Locator {
  return page.getByRole('status', { name: 'State of the environment' });
}

/** How grave the line is: `calm`, `warn` or `bad`. */
export function toneOf(page: Page): Promise<string | null> {
  return strip(page).locator('[data-tone]').getAttribute('data-tone');
}
