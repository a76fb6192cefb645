import { Button } from '@/ui/Button';
import type { Filters } from './filters';

/** Shows all orders again. The button goes with the filters, so the focus goes to the content. */
export function ClearFilters({ change }: { change: (filters: Filters) => void }) {
  return (
    <Button
      onPress={() => {
        change({ status: [], reason: [], bought: false });
        document.getElementById('content')?.focus({ preventScroll: true });
      }}
    >
      Clear filters
    </Button>
  );
}
