import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import { useEnvironmentPath } from '@/api/environment';
import buttons from '@/ui/Button.module.css';
import { LinkButton } from '@/ui/LinkButton';
import { Mark } from '@/ui/Mark';
import styles from './AllConditions.module.css';
import type { Condition } from './conditions';

/** Everything that is wrong, each with where it is dealt with: the strip has room for the worst only. */
export function AllConditions({ conditions }: { conditions: readonly Condition[] }) {
  const to = useEnvironmentPath();
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={`${buttons['button']} ${buttons['small']}`}>All {conditions.length}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className={styles['above']}>
          <Popover.Popup className={styles['popup']} aria-label="Everything that is wrong">
            <ul onClick={(event) => event.target instanceof HTMLAnchorElement && setOpen(false)}>
              {conditions.map(({ tone, text, to: where, action }, index) => (
                <li key={index} className={styles['item']}>
                  <span className={styles[tone]}>
                    <Mark shape={tone} />
                  </span>
                  <span className={styles['text']}>{text}</span>
                  {where !== undefined && (
                    <LinkButton small to={to(where)}>
                      {action}
                    </LinkButton>
                  )}
                </li>
              ))}
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
