import { Page } from '@/ui/Page';
import { Empty } from '@/ui/Empty';

export default function RunPage() {
  return (
    <Page title="Run">
      <Empty>This page is not built yet. The APIs have what it will show.</Empty>
    </Page>
  );
}
