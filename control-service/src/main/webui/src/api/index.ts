/** What pages use of both APIs: `control.getEnvironment({ path: { environment }, signal })` gives the body or throws. */
export * as control from './generated/control';
export * as ledger from './generated/ledger';
