import { useId, type ReactNode, type Ref } from 'react';
import styles from './Field.module.css';
import { Mark } from './Mark';

export interface FieldProps {
  label: string;
  /** The path that the API's violations name, such as `caps.spend`. */
  name?: string;
  hint?: ReactNode;
  /** What the API says must be corrected. */
  error?: string | undefined;
  /** What the API warns of and accepts. */
  warning?: string | undefined;
}

interface Described {
  id: string;
  name: string | undefined;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** A label, a control, and what is to be said of it; `children` gets what ties the control to the others. */
function Field({ label, name, hint, error, warning, children }: FieldProps & { children: (control: Described) => ReactNode }) {
  const id = useId();
  const said = [hint, error, warning].some((text) => text !== undefined);
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      {children({ id, name, 'aria-invalid': error !== undefined, 'aria-describedby': said ? `${id}-said` : undefined })}
      <div id={`${id}-said`}>
        {error !== undefined && (
          <p className={styles['error']}>
            <Mark shape="bad" size={14} />
            {error}
          </p>
        )}
        {warning !== undefined && (
          <p className={`${styles['error']} ${styles['warning']}`}>
            <Mark shape="warn" size={14} />
            {warning}
          </p>
        )}
        {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
      </div>
    </div>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  placeholder?: string;
}

/** One line of text. Decimals are text too; `numeric` sets them as numbers are set. Enter sends nothing. */
export function TextField({ value, onChange, maxLength, placeholder, numeric = false, ref, ...field }: TextProps & { numeric?: boolean; ref?: Ref<HTMLInputElement> }) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          className={`${styles['input']} ${numeric ? styles['number'] : ''}`}
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          inputMode={numeric ? 'decimal' : 'text'}
          autoComplete="off"
          spellCheck={false}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({ value, onChange, maxLength, placeholder, ref, ...field }: TextProps & { ref?: Ref<HTMLTextAreaElement> }) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          ref={ref}
          className={styles['input']}
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly (readonly [value: string, text: string])[];
}

/** One of several, by the browser's own control. */
export function Select({ value, onChange, options, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className={styles['input']} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of a few, all of them seen. */
export function Choice({ label, value, onChange, options }: Pick<SelectProps, 'label' | 'value' | 'onChange' | 'options'>) {
  const name = useId();
  return (
    <fieldset className={styles['choice']}>
      <legend className={styles['label']}>{label}</legend>
      {options.map(([option, text]) => (
        <label key={option} className={styles['option']}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
