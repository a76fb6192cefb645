import { useSyncExternalStore } from 'react';

/** The dialog of the shell that is open: any part of the page may open one, and the frame shows it. */
export type ShellDialog = { kind: 'halt' } | { kind: 'start'; configurationId?: string } | undefined;

let open: ShellDialog;
const listeners = new Set<() => void>();

function show(next: ShellDialog): void {
  open = next;
  listeners.forEach((listener) => listener());
}

export function openHalt(): void {
  show({ kind: 'halt' });
}

/** @param configurationId chosen in the dialog from the beginning */
export function openStart(configurationId?: string): void {
  show(configurationId === undefined ? { kind: 'start' } : { kind: 'start', configurationId });
}

export function closeDialog(): void {
  show(undefined);
}

export function useShellDialog(): ShellDialog {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => open,
  );
}
