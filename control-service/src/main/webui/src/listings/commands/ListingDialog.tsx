import type { ListingItem } from '@/api/generated/ledger';
import { AnnounceDialog } from './AnnounceDialog';
import { ChangeDialog } from './ChangeDialog';
import { LeaveDialog } from './LeaveDialog';
import { TakeBackDialog } from './TakeBackDialog';

/** The dialog that is open, and the listing that it is about. */
export type OpenDialog =
  | { kind: 'announce' }
  | { kind: 'change' | 'leave' | 'take-back'; listing: ListingItem }
  | undefined;

export function ListingDialog({ dialog, onClose }: { dialog: OpenDialog; onClose: () => void }) {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'announce':
      return <AnnounceDialog onClose={onClose} />;
    case 'change':
      return <ChangeDialog listing={dialog.listing} onClose={onClose} />;
    case 'leave':
      return <LeaveDialog listing={dialog.listing} onClose={onClose} />;
    case 'take-back':
      return <TakeBackDialog listing={dialog.listing} onClose={onClose} />;
  }
}
