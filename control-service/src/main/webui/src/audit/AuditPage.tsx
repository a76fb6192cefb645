import { useEnvironmentName } from '@/api/environment';
import { Page } from '@/ui/Page';
import { ExportCard } from './ExportCard';
import { VerificationCard } from './VerificationCard';
import styles from './AuditPage.module.css';

/** The proof that the record is intact, and the record itself as a file. */
export default function AuditPage() {
  const environment = useEnvironmentName();
  return (
    <Page title="Audit">
      <div className={styles['cards']} key={environment}>
        <VerificationCard />
        <ExportCard />
      </div>
    </Page>
  );
}
