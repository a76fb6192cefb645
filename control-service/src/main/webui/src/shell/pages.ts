import { lazy, type ComponentType } from 'react';

interface PageOfPath {
  path: string;
  Page: ComponentType;
  /** Loads its script. */
  load: () => Promise<unknown>;
}

function page(path: string, load: () => Promise<{ default: ComponentType }>): PageOfPath {
  return { path, Page: lazy(load), load };
}

/** A page by its path below the environment. Each is a chunk of its own, so that the first view stays small. */
export const PAGES: readonly PageOfPath[] = [
  page('/now', () => import('@/now/NowPage')),
  page('/configurations', () => import('@/configurations/ConfigurationsPage')),
  page('/configurations/new', () => import('@/configurations/NewConfigurationPage')),
  page('/configurations/:id', () => import('@/configurations/ConfigurationPage')),
  page('/configurations/:id/edit', () => import('@/configurations/EditConfigurationPage')),
  page('/configurations/:id/compare', () => import('@/configurations/ComparePage')),
  page('/runs', () => import('@/runs/RunsPage')),
  page('/runs/:runId', () => import('@/runs/RunPage')),
  page('/trades', () => import('@/trades/TradesPage')),
  page('/trades/:clientOrderId', () => import('@/trades/OrderPage')),
  page('/positions', () => import('@/positions/PositionsPage')),
  page('/result', () => import('@/positions/ResultPage')),
  page('/listings', () => import('@/listings/ListingsPage')),
  page('/listings/:listingId', () => import('@/listings/ListingPage')),
  page('/risk', () => import('@/risk/RiskPage')),
  page('/alerts', () => import('@/alerts/AlertsPage')),
  page('/notifications', () => import('@/notifications/NotificationsPage')),
  page('/history', () => import('@/audit/HistoryPage')),
  page('/audit', () => import('@/audit/AuditPage')),
  page('/credentials', () => import('@/credentials/CredentialsPage')),
];

/**
 * Loads every page, so that each opens also while the server of the panel is away or has a newer panel. What cannot be
 * loaded now is tried again when it is opened.
 */
export async function loadAllPages(): Promise<void> {
  await Promise.allSettled([...PAGES.map(({ load }) => load()), import('@/ui/prices/PriceChart')]);
}

export interface Section {
  name: string;
  /** Where the section begins. */
  to: string;
  /** The pages of the section, as tabs; none where it has one page. */
  tabs: readonly (readonly [name: string, to: string])[];
  /** The first parts of the paths that belong to the section. */
  paths: readonly string[];
}

export const SECTIONS: readonly Section[] = [
  { name: 'Now', to: 'now', tabs: [], paths: ['now', 'runs'] },
  { name: 'Configurations', to: 'configurations', tabs: [], paths: ['configurations'] },
  {
    name: 'Trades',
    to: 'trades',
    tabs: [
      ['Orders', 'trades'],
      ['Positions', 'positions'],
      ['Result', 'result'],
    ],
    paths: ['trades', 'positions', 'result'],
  },
  { name: 'Listings', to: 'listings', tabs: [], paths: ['listings'] },
  {
    name: 'Risk and audit',
    to: 'risk',
    tabs: [
      ['Caps', 'risk'],
      ['Alerts', 'alerts'],
      ['Notifications', 'notifications'],
      ['History', 'history'],
      ['Audit', 'audit'],
    ],
    paths: ['risk', 'alerts', 'notifications', 'history', 'audit'],
  },
  { name: 'Credentials', to: 'credentials', tabs: [], paths: ['credentials'] },
];

export function sectionOf(path: string): Section | undefined {
  const first = path.split('/')[3] ?? '';
  return SECTIONS.find((section) => section.paths.includes(first));
}
