import { Page } from '@/ui/Page';
import { Empty } from '@/ui/Empty';

export default function ListingsPage() {
  return (
    <Page title="Listings">
      <Empty>This page is not built yet. The APIs have what it will show.</Empty>
    </Page>
  );
}
