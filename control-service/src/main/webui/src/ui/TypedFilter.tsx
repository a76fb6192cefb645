import { useState } from 'react';
import { TextField } from './Field';

export interface TypedFilterProps {
  label: string;
  /** As a person types it; empty where the filter is not set. */
  value: string;
  /** What was typed as it is kept; undefined where it cannot be read. */
  read: (text: string) => string | undefined;
  /** Gets what `read` gave, or the empty text. */
  onChange: (value: string) => void;
  /** How to write it. */
  example: string;
}

/** A filter that is typed. Enter applies it, and so does leaving the field; it follows the address otherwise. */
export function TypedFilter({ label, value, read, onChange, example }: TypedFilterProps) {
  const [typed, setTyped] = useState({ text: value, of: value, wrong: false });
  if (typed.of !== value) {
    setTyped({ text: value, of: value, wrong: false });
  }
  const apply = (): void => {
    const text = typed.text.trim();
    const result = text === '' ? '' : read(text);
    if (result === undefined) {
      setTyped({ ...typed, wrong: true });
    } else if (text !== value) {
      onChange(result);
    }
  };
  return (
    <div onBlur={apply} onKeyDown={(event) => event.key === 'Enter' && apply()}>
      <TextField
        label={label}
        value={typed.text}
        placeholder={example}
        maxLength={130}
        error={typed.wrong ? `Write it as ${example}` : undefined}
        onChange={(text) => setTyped({ text, of: value, wrong: false })}
      />
    </div>
  );
}
