import { lazy, type ComponentType } from 'react';

/** A page by its path below the environment. Each is a chunk of its own, so that the first view stays small. */
export const PAGES: readonly { path: string; Page: ComponentType }[] = [
  { path: '/now', Page: lazy(() => import('@/now/NowPage')) },
  { path: '/configurations', Page: lazy(() => import('@/configurations/ConfigurationsPage')) },
  { path: '/configurations/new', Page: lazy(() => import('@/configurations/NewConfigurationPage')) },
  { path: '/configurations/:id', Page: lazy(() => import('@/configurations/ConfigurationPage')) },
  { path: '/configurations/:id/edit', Page: lazy(() => import('@/configurations/EditConfigurationPage')) },
  { path: '/configurations/:id/compare', Page: lazy(() => import('@/configurations/ComparePage')) },
  { path: '/runs', Page: lazy(() => import('@/runs/RunsPage')) },
  { path: '/runs/:runId', Page: lazy(() => import('@/runs/RunPage')) },
  { path: '/trades', Page: lazy(() => import('@/trades/TradesPage')) },
  { path: '/trades/:clientOrderId', Page: lazy(() => import('@/trades/OrderPage')) },
  { path: '/positions', Page: lazy(() => import('@/positions/PositionsPage')) },
  { path: '/result', Page: lazy(() => import('@/positions/ResultPage')) },
  { path: '/listings', Page: lazy(() => import('@/listings/ListingsPage')) },
  { path: '/listings/:listingId', Page: lazy(() => import('@/listings/ListingPage')) },
  { path: '/risk', Page: lazy(() => import('@/risk/RiskPage')) },
  { path: '/alerts', Page: lazy(() => import('@/alerts/AlertsPage')) },
  { path: '/history', Page: lazy(() => import('@/audit/HistoryPage')) },
  { path: '/audit', Page: lazy(() => import('@/audit/AuditPage')) },
  { path: '/credentials', Page: lazy(() => import('@/credentials/CredentialsPage')) },
];

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
      ['History', 'history'],
      ['Audit', 'audit'],
    ],
    paths: ['risk', 'alerts', 'history', 'audit'],
  },
  { name: 'Credentials', to: 'credentials', tabs: [], paths: ['credentials'] },
];

export function sectionOf(path: string): Section | undefined {
  const first = path.split('/')[3] ?? '';
  return SECTIONS.find((section) => section.paths.includes(first));
}
