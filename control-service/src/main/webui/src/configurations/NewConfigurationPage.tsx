import { Page } from '@/ui/Page';
import { Editor } from './Editor';

export default function NewConfigurationPage() {
  return (
    <Page title="New configuration">
      <Editor latest={undefined} />
    </Page>
  );
}
