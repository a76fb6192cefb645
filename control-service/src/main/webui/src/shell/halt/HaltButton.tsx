import { Button } from '@/ui/Button';
import { Mark } from '@/ui/Mark';
import { openHalt } from '../dialogs';
import { HALT_KEYS } from '../useShellKeys';
import { useHalt } from './useHalt';

export function HaltButton() {
  const { refusal } = useHalt();
  return (
    <Button kind="dangerOutline" refusal={refusal} keys={HALT_KEYS} onPress={openHalt}>
      <Mark shape="bad" />
      Halt…
    </Button>
  );
}
