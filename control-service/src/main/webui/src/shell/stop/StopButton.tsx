import { Button } from '@/ui/Button';
import { Mark } from '@/ui/Mark';
import { STOP_KEYS } from '../useShellKeys';
import { useStop } from './useStop';

export function StopButton() {
  const { state, refusal, press } = useStop();
  const underWay = ['sending', 'failing', 'recorded'].includes(state.phase);
  return (
    <Button kind="danger" busy={underWay} refusal={underWay ? undefined : refusal} keys={STOP_KEYS} onPress={press}>
      <Mark shape="stopped" />
      Stop run
    </Button>
  );
}
