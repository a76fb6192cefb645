import { useRef, useState } from 'react';
import { isFailure, type Failure } from '@/api/problem';
import { exported, fileName, type Wanted } from './exports';
import { manifestOf, type Manifest } from './manifest';

export type ExportState =
  | { phase: 'idle' }
  | { phase: 'reading'; since: number }
  | { phase: 'saved'; manifest: Manifest; name: string }
  /** It ended without its manifest, and was not saved. */
  | { phase: 'cut' }
  | { phase: 'failed'; failure: Failure | undefined };

export interface UsedExport {
  state: ExportState;
  begin: (environment: string, wanted: Wanted) => Promise<void>;
  cancel: () => void;
}

/** One export at a time. The file is given to the person only when it is whole. */
export function useExport(): UsedExport {
  const [state, setState] = useState<ExportState>({ phase: 'idle' });
  const running = useRef<AbortController>(undefined);
  const begin = async (environment: string, wanted: Wanted): Promise<void> => {
    const controller = new AbortController();
    running.current = controller;
    setState({ phase: 'reading', since: performance.now() });
    try {
      const file = await exported(environment, wanted, controller.signal);
      const manifest = await manifestOf(file);
      if (manifest === undefined) {
        setState({ phase: 'cut' });
        return;
      }
      const name = fileName(environment, wanted, manifest.exportedAt);
      save(file, name);
      setState({ phase: 'saved', manifest, name });
    } catch (error) {
      setState(controller.signal.aborted ? { phase: 'idle' } : { phase: 'failed', failure: isFailure(error) ? error : undefined });
    }
  };
  return { state, begin, cancel: () => running.current?.abort() };
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes the file over at once, but not within the call.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
