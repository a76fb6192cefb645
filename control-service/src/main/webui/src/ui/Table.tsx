import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import styles from './Table.module.css';
import { useArrivals } from './useArrivals';

export interface Column<T> {
  /** The head, and at 390 px the label before the value where `labelled`. */
  head: string;
  cell: (row: T) => ReactNode;
  /** Set to the right, digits below digits. */
  numeric?: boolean;
  /** Sentences, which may take several lines. */
  wrapping?: boolean;
  /** At 390 px the value does not explain itself. */
  labelled?: boolean;
}

const features = tableFeatures({});

/**
 * Rows in the order of the API, which sorts and cuts them into pages. At 390 px each row is a card of two lines or
 * more. A row that comes later than the first ones is tinted for a moment.
 */
export function Table<T extends object>({ caption, columns, rows, keyOf, compared = false }: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** At 390 px values stand in columns, each below its label, so that those of several rows are compared. */
  compared?: boolean;
}) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, T>();
    return columns.map(({ head, cell }) => helper.display({ id: head, header: head, cell: ({ row }) => cell(row.original) }));
  }, [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: keyOf });
  const arrived = useArrivals(rows.map(keyOf));
  return (
    <div className={styles['scroll']}>
      <table className={`${styles['table']} ${compared ? styles['compared'] : ''}`}>
        <caption className="spoken">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header, index) => (
                <th key={header.id} scope="col" className={columns[index]?.numeric === true ? styles['numeric'] : undefined}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className={arrived.has(row.id) ? 'arrived' : undefined}>
              {row.getAllCells().map((cell, index) => (
                <td key={cell.id} data-label={columns[index]?.head} className={classOf(columns[index])}>
                  {/* Not as a component: its identity would change with the columns, and its focus be lost. */}
                  {columns[index]?.cell(row.original)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf(column: Pick<Column<never>, 'numeric' | 'labelled' | 'wrapping'> | undefined): string {
  return (['numeric', 'labelled', 'wrapping'] as const)
    .filter((look) => column?.[look] === true)
    .map((look) => styles[look])
    .join(' ');
}
