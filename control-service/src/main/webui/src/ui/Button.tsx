import { useId, type ReactNode, type Ref } from 'react';
import styles from './Button.module.css';

type Kind = 'secondary' | 'primary' | 'danger' | 'dangerOutline' | 'plain';

export interface ButtonProps {
  children: ReactNode;
  onPress: () => void;
  kind?: Kind;
  small?: boolean;
  /** Why it cannot be pressed now, in a sentence. It stays focusable, so that everybody can read why. */
  refusal?: string | undefined;
  /** A command is under way; a press does nothing. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
  /** The keys that do the same, as `aria-keyshortcuts` writes them. */
  keys?: string;
  type?: 'button' | 'submit';
}

/** A button that names its deed and target. Its `refusal` is shown by focus and hover, and read with it. */
export function Button({
  children,
  onPress,
  kind = 'secondary',
  small = false,
  refusal,
  busy = false,
  ref,
  keys,
  type = 'button',
}: ButtonProps) {
  const reason = useId();
  const dead = busy || refusal !== undefined;
  const look = kind === 'secondary' ? '' : (styles[kind] ?? '');
  return (
    <span className={styles['wrap']}>
      <button
        ref={ref}
        type={type}
        className={`${styles['button']} ${look} ${small ? styles['small'] : ''}`}
        aria-disabled={dead}
        aria-busy={busy}
        aria-describedby={refusal === undefined ? undefined : reason}
        aria-keyshortcuts={keys}
        onClick={(event) => {
          if (dead) {
            event.preventDefault();
          } else {
            onPress();
          }
        }}
      >
        {children}
      </button>
      {refusal !== undefined && (
        <span id={reason} role="tooltip" className={styles['reason']}>
          {refusal}
        </span>
      )}
    </span>
  );
}
