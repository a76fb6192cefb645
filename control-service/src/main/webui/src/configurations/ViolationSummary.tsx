import { type Ref } from 'react';
import type { Violation } from '@/api/problem';
import { Mark } from '@/ui/Mark';
import styles from './Editor.module.css';
import { controlOf } from './form';
import { nameOf } from './parts';

/** What must be mended before it can be saved, each with a link to its field. */
export function ViolationSummary({ violations, ref }: { violations: readonly Violation[]; ref: Ref<HTMLDivElement> }) {
  const count = violations.length;
  return (
    <div ref={ref} tabIndex={-1} role="group" aria-label="What must be mended" className={count === 0 ? 'spoken' : styles['summary']}>
      {count > 0 && (
        <>
          <p>
            <Mark shape="bad" /> {count === 1 ? '1 field needs mending:' : `${count} fields need mending:`}
          </p>
          <ul>
            {violations.map((violation) => (
              <li key={violation.field + violation.message}>
                <Place violation={violation} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Place({ violation }: { violation: Violation }) {
  const control = controlOf(violation);
  if (control === undefined) {
    return (
      <>
        {nameOf(violation)}: {violation.message}
      </>
    );
  }
  return (
    <a
      href={`#${control}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementsByName(control)[0]?.focus();
      }}
    >
      {nameOf(violation)}
    </a>
  );
}
