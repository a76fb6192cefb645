import { control } from '@/api';
import { useEnvironmentName } from '@/api/environment';
import type { ConfigurationDraft, SavedConfiguration } from '@/api/generated/control';
import { useLookedUp, type LookedUpCommand } from '@/api/useLookedUp';
import { usePerson } from '@/session/useSession';

export interface Saving {
  draft: ConfigurationDraft;
  /** The version that it replaces; undefined for a new configuration. */
  over: number | undefined;
}

/** Saves a new configuration, or a new version of the one with the id. */
export function useSave(id: string | undefined): LookedUpCommand<Saving, SavedConfiguration> {
  const environment = useEnvironmentName();
  const { name: me } = usePerson();
  return useLookedUp<Saving, SavedConfiguration>(
    ({ draft, over }, key, signal) =>
      id === undefined
        ? control.createConfiguration({ headers: { 'Idempotency-Key': key }, body: draft, signal })
        : control.replaceConfiguration({
            path: { id },
            headers: { 'If-Match': `"${over}"`, 'Idempotency-Key': key },
            body: draft,
            signal,
          }),
    async ({ draft, over }, signal) => {
      if (id === undefined) {
        const all = await control.listConfigurations({ query: { environment }, signal });
        return all.find(({ content, savedBy }) => content.name === draft.name && savedBy === me);
      }
      const latest = await control.getConfiguration({ path: { id }, signal });
      return latest.version > (over ?? 0) && latest.savedBy === me ? latest : undefined;
    },
  );
}
