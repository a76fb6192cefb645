import { TextArea, TextField } from '@/ui/Field';
import type { Violation } from '@/api/problem';
import { fieldOf, labelOf } from '@/format/configuration';
import styles from './Editor.module.css';
import { saidOf, type Form } from './form';

/** What every field of the form needs. */
export interface Editing {
  form: Form;
  change: (path: string, value: string) => void;
  violations: readonly Violation[];
  warnings: readonly Violation[];
}

/** A field of one line, by its path. */
export function Line({ path, hint, placeholder, editing, numeric = false }: {
  path: string;
  hint?: string | undefined;
  placeholder?: string;
  editing: Editing;
  numeric?: boolean;
}) {
  return (
    <TextField {...common(path, editing)} hint={hint} numeric={numeric} {...(placeholder === undefined ? {} : { placeholder })} />
  );
}

/** A field with one pattern a line. */
export function Patterns({ path, hint, editing }: { path: string; hint: string; editing: Editing }) {
  return <TextArea {...common(path, editing)} hint={hint} />;
}

function common(path: string, { form, change, violations, warnings }: Editing) {
  return {
    label: labelOf(path),
    name: path,
    value: form[path] ?? '',
    onChange: (value: string) => change(path, value),
    error: saidOf(violations, path),
    warning: saidOf(warnings, path),
  };
}

/** A switch, by its path. */
export function Switch({ path, text, editing }: { path: string; text: string; editing: Editing }) {
  return (
    <label className={styles['switch']}>
      <input
        type="checkbox"
        name={path}
        checked={editing.form[path] === 'true'}
        onChange={(event) => editing.change(path, String(event.target.checked))}
      />
      {text}
    </label>
  );
}

/** What differs from the label of a violation: of an unknown field the path stays. */
export function nameOf({ field }: Violation): string {
  return field === '' ? 'The whole' : fieldOf(field) === undefined && !field.includes('[') ? field : labelOf(field);
}
