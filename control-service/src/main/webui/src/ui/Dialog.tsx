import { Dialog as Base } from '@base-ui/react/dialog';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { Button } from './Button';
import styles from './Dialog.module.css';
import { EndedNotice } from './EndedNotice';

export interface DialogProps {
  open: boolean;
  title: string;
  children: ReactNode;
  /** The button that does the deed, at the end. */
  deed: ReactNode;
  onClose: () => void;
  /** What the other button says. */
  close?: string;
  /** What takes the focus; [Back], where nothing is named, because it does no harm. */
  focus?: RefObject<HTMLElement | null>;
}

/** A dialog before a deed. Esc closes it, a press beside it does not, and Enter in a field sends nothing. */
export function Dialog({ open, title, children, deed, onClose, close = 'Back', focus }: DialogProps) {
  const back = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const offered = Boolean(deed);
  // The deed is done and its button gone: where that had the focus, [Close] takes it.
  useEffect(() => {
    const focused = document.activeElement;
    if (!offered && (focused === popup.current || popup.current?.contains(focused) !== true)) {
      back.current?.focus();
    }
  }, [offered]);
  return (
    <Base.Root open={open} disablePointerDismissal onOpenChange={(opened) => !opened && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup ref={popup} className={styles['popup']} initialFocus={focus ?? back}>
          <Base.Title>{title}</Base.Title>
          {/* The one of the page is behind the dialog, where nobody reaches it. */}
          <EndedNotice />
          <div className={styles['body']}>{children}</div>
          <div className={styles['actions']}>
            <Button ref={back} onPress={onClose}>
              {close}
            </Button>
            {deed}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
