import { Page } from '@/ui/Page';
import { Empty } from '@/ui/Empty';

export default function ConfigurationPage() {
  return (
    <Page title="Configuration">
      <Empty>This page is not built yet. The APIs have what it will show.</Empty>
    </Page>
  );
}
