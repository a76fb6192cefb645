import { useParams } from 'wouter';
import { Card } from '@/ui/Card';
import { Empty } from '@/ui/Empty';
import { Page } from '@/ui/Page';
import { useNotHere } from '@/ui/useNotHere';
import { Editor } from './Editor';
import { useConfiguration } from './queries';

export default function EditConfigurationPage() {
  const { id = '' } = useParams();
  const latest = useConfiguration(id);
  const { data } = latest;
  const instead = useNotHere({ what: 'configuration', of: latest, all: 'configurations' });
  if (instead !== undefined) {
    return instead;
  }
  return (
    <Page title={data === undefined ? 'Edit the configuration' : `Edit «${data.content.name}»`}>
      {data === undefined ? (
        <Card title="Configuration" of={[latest]} who="control" lines={10}>
          {null}
        </Card>
      ) : data.archived ? (
        <Empty>It is archived: bring it back before you edit it.</Empty>
      ) : (
        <Editor latest={data} refresh={latest.refresh} />
      )}
    </Page>
  );
}
