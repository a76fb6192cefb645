import { Page } from '@/ui/Page';
import { Empty } from '@/ui/Empty';

export default function ResultPage() {
  return (
    <Page title="Result">
      <Empty>This page is not built yet. The APIs have what it will show.</Empty>
    </Page>
  );
}
