import { client as control } from './generated/control/client.gen';
import { client as ledger } from './generated/ledger/client.gen';
import { fetchOf } from './http';

/** Gives both generated clients their `fetch`. Called once, before the first request. */
export function configureClients(): void {
  control.setConfig({ fetch: fetchOf('control') });
  ledger.setConfig({ fetch: fetchOf('ledger') });
}
