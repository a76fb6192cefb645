import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  dark.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    dark.removeEventListener('change', listener);
  };
}

/** Changes with the theme, for what is drawn with its colours. */
export function useTheme(): string {
  return useSyncExternalStore(onThemeChange, () => `${document.documentElement.dataset['theme'] ?? ''} ${dark.matches}`);
}
