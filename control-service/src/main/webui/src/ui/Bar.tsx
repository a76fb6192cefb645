import styles from './Bar.module.css';

/** From this share on a cap is near. */
export const NEAR = 0.8;

/** How full something is, with a tick at 80 %. The numbers stand beside it, so it is not read. */
export function Bar({ share }: { share: number }) {
  const tone = share >= 1 ? 'bad' : share >= NEAR ? 'warn' : 'accent';
  return (
    <svg aria-hidden className={styles['bar']} viewBox="0 0 100 8" preserveAspectRatio="none">
      <rect className={styles[tone]} width={Math.min(share, 1) * 100} height="8" />
      <rect className={styles['tick']} x={NEAR * 100} width="0.5" height="8" />
    </svg>
  );
}
