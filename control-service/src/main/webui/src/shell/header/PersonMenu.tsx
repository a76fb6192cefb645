import { Popover } from '@base-ui/react/popover';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { signOut } from '@/session/session';
import { usePerson } from '@/session/useSession';
import buttons from '@/ui/Button.module.css';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/Field';
import { chooseTheme, chosenTheme, THEMES, type Theme } from '../theme';
import styles from './PersonMenu.module.css';

export function PersonMenu() {
  const { name, roles } = usePerson();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  return (
    <Popover.Root>
      <Popover.Trigger className={`${buttons['button']} ${buttons['plain']} ${styles['trigger']}`}>
        {name} <ChevronDown aria-hidden size={14} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className={styles['above']}>
          <Popover.Popup className={styles['popup']} aria-label="Person and settings">
            <p>
              {name}: {roles.length === 0 ? 'no role' : roles.join(', ')}
            </p>
            <Select
              label="Theme"
              value={theme}
              options={THEMES.map((option) => [option, option] as const)}
              onChange={(value) => {
                const chosen = THEMES.find((option) => option === value) ?? 'system';
                chooseTheme(chosen);
                setTheme(chosen);
              }}
            />
            <p className="label">
              Stop the run: Alt+Shift+S
              <br />
              Halt: Alt+Shift+H
            </p>
            <Button onPress={() => void signOut()}>Sign out, in every tab</Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
