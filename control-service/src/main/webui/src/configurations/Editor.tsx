import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useEnvironmentName, useEnvironmentPath } from '@/api/environment';
import type { SavedConfiguration } from '@/api/generated/control';
import { ApiProblem } from '@/api/problem';
import { utcNow } from '@/format/time';
import { useDraft, type UsedDraft } from '@/session/useDraft';
import { useRefusal } from '@/session/useSession';
import { Button } from '@/ui/Button';
import { Discarded } from '@/ui/DraftNote';
import { LinkButton } from '@/ui/LinkButton';
import { AllowedPanel } from './AllowedPanel';
import { Conflict } from './Conflict';
import styles from './Editor.module.css';
import { atLines, controlOf, drafted, formOf, inOrder, NEW, type Form } from './form';
import { FormFields } from './FormFields';
import { SaveNote } from './SaveNote';
import { useCheck } from './useCheck';
import { useSave } from './useSave';
import { ViolationSummary } from './ViolationSummary';

interface Typed {
  form: Form;
  /** The version that the form was filled from; undefined for a new configuration. */
  base: number | undefined;
}

/** A form of a configuration: a new one, or the next version of the one that is given in its latest version. */
export function Editor({ latest, refresh }: { latest: SavedConfiguration | undefined; refresh?: () => void }) {
  const environment = useEnvironmentName();
  const id = latest?.configurationId;
  const to = useEnvironmentPath();
  const [, navigate] = useLocation();
  const draft = useDraft<Typed>(`configuration ${id ?? `new ${environment}`}`, {
    form: latest === undefined ? NEW : formOf(latest.content),
    base: latest?.version,
  });
  const { form, base } = draft.value;
  const [typing, setTyping] = useState<string>();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [attempted, setAttempted] = useState(draft.restoredFrom !== undefined);
  const summary = useRef<HTMLDivElement>(null);
  const { draft: body, violations: unsendable } = drafted(environment, form);
  const { check, of, asked } = useCheck(body);
  const { state, press, reset } = useSave(id);
  const current = of === asked;
  // Until the next answer the last one holds for every field but the one that is being typed: nothing flickers.
  const answered = (check?.violations ?? []).filter((violation) => current || controlOf(violation) !== typing);
  const refused = state.phase === 'failed' && state.failure instanceof ApiProblem ? state.failure.violations : [];
  const all = inOrder(unsendable, atLines(answered.length > 0 ? answered : refused, form));
  const shown = all.filter((violation) => attempted || touched.has(controlOf(violation) ?? ''));
  const warnings = atLines((check?.warnings ?? []).filter((warning) => current || controlOf(warning) !== typing), form);
  const overtaken = latest !== undefined && base !== undefined && latest.version > base;
  const role = useRefusal('Saving a configuration', ['operator']);

  function change(path: string, value: string): void {
    setTyping(path);
    setTouched((before) => new Set(before).add(path));
    draft.change({ form: { ...form, [path]: value }, base });
    reset();
  }

  async function save(over: number | undefined): Promise<void> {
    setAttempted(true);
    if (unsendable.length > 0 || (current && answered.length > 0)) {
      focusSoon(summary);
      return;
    }
    const saved = await press({ draft: body, over });
    if (saved === undefined) {
      refresh?.();
      focusSoon(summary);
    } else {
      draft.clear();
      navigate(to(`configurations/${saved.configurationId}`));
    }
  }

  const next = (base ?? 0) + 1;
  return (
    <div className={styles['grid']}>
      <div className={styles['form']}>
        <ViolationSummary ref={summary} violations={attempted ? all : []} />
        {overtaken && (
          <Conflict
            base={base}
            latest={latest}
            mine={current ? check?.configuration : undefined}
            refusal={role}
            busy={state.phase === 'waiting' || state.phase === 'looking'}
            save={() => void save(latest.version)}
            drop={draft.discard}
          />
        )}
        <div className={styles['panel']}>
          <FormFields editing={{ form, change, violations: shown, warnings }} />
        </div>
        <SaveNote state={state} />
        <div className={styles['actions']}>
          <DraftLine keptAt={draft.keptAt} discard={draft.discard} bringBack={draft.bringBack} />
          <LinkButton to={to(id === undefined ? 'configurations' : `configurations/${id}`)}>Cancel</LinkButton>
          {!overtaken && (
            <Button
              kind="primary"
              busy={state.phase === 'waiting' || state.phase === 'looking'}
              refusal={state.phase === 'waiting' ? undefined : role}
              onPress={() => void save(base)}
            >
              {id === undefined ? `Save in ${environment}` : `Save as v${next}`}
            </Button>
          )}
        </div>
      </div>
      <aside className={styles['aside']}>
        <AllowedPanel id={id} base={base} content={check?.configuration} current={current} warnings={warnings} />
        {id !== undefined && (
          <p className="muted">
            Saving changes no run. A version is <Link href={to(`configurations/${id}`)}>applied</Link> to a run by the role risk.
          </p>
        )}
      </aside>
    </div>
  );
}

/** After the next rendering, which brings what is to be read. */
function focusSoon(element: { current: HTMLElement | null }): void {
  setTimeout(() => element.current?.focus(), 0);
}

function DraftLine({ keptAt, discard, bringBack }: Pick<UsedDraft<Typed>, 'keptAt' | 'discard' | 'bringBack'>) {
  if (bringBack !== undefined) {
    return <Discarded bringBack={bringBack} />;
  }
  if (keptAt === undefined) {
    return null;
  }
  return (
    <div className={styles['draft']}>
      <span className="muted number">Draft kept {utcNow(keptAt).slice(11)}</span>
      <Button small kind="plain" onPress={discard}>
        Discard
      </Button>
    </div>
  );
}
