import { TextField } from '@/ui/Field';
import { useTyped } from './useTyped';

export interface TypedFilterProps {
  label: string;
  /** As a person types it. */
  value: string;
  /** What was typed as it is kept; undefined where it cannot be read. */
  read: (text: string) => string | undefined;
  onChange: (value: string) => void;
  /** How to write it. */
  example: string;
}

/** A filter that is typed. Enter applies it, and so does leaving the field. */
export function TypedFilter({ label, value, read, onChange, example }: TypedFilterProps) {
  const typed = useTyped(value, read, onChange);
  return (
    <div onBlur={typed.apply} onKeyDown={(event) => event.key === 'Enter' && typed.apply()}>
      <TextField
        label={label}
        value={typed.text}
        onChange={typed.change}
        placeholder={example}
        maxLength={130}
        error={typed.wrong ? `Write it as ${example}` : undefined}
      />
    </div>
  );
}
