import { useEffect, useMemo, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { decimalText } from '@/format/decimal';
import { preciseTimeText, type Timestamp } from '@/format/time';
import { serverNow } from '@/api/clock';
import { optionsOf, type Colours } from './chartOptions';
import type { OrderMark, Series } from './prices';
import styles from './PriceChart.module.css';
import { useTheme } from './useTheme';

export interface PriceChartProps {
  series: Series;
  marks: readonly OrderMark[];
  zero: Timestamp;
  pair: string;
}

/** Draws prices and our orders on a canvas. What it shows stands beside it as text and numbers. */
export default function PriceChart({ series, marks, zero, pair }: PriceChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const data = useMemo(() => [series.seconds, series.last, series.ask] satisfies uPlot.AlignedData, [series]);
  useEffect(() => {
    const element = place.current;
    if (element === null) {
      return undefined;
    }
    const options = optionsOf({ ...sizeOf(element), series, marks, zero, colours: coloursOf(element) });
    const chart = new uPlot(options, data, element);
    const observer = new ResizeObserver(() => chart.setSize(sizeOf(element)));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
    // The theme is in the colours, which the element has by then.
  }, [data, series, marks, zero, theme]);
  return <div ref={place} className={styles['chart']} role="img" aria-label={summaryOf(series, marks, zero, pair)} />;
}

/** What the canvas shows, for those who do not see it. */
function summaryOf({ last, ask }: Series, marks: readonly OrderMark[], zero: Timestamp, pair: string): string {
  const known = [...last, ...ask].filter((value) => value !== null);
  const range =
    known.length === 0 ? '' : `: between ${axisText(Math.min(...known))} and ${axisText(Math.max(...known))}`;
  const ours = marks.length === 0 ? 'none of our orders is on it' : `our orders: ${marks.map(({ letter, text }) => `${letter} ${text}`).join('; ')}`;
  return `Price of ${pair} from 10 s before to 60 s after ${preciseTimeText(zero, serverNow())}${range}; ${ours}.`;
}

function axisText(value: number): string {
  return decimalText(new Intl.NumberFormat('en', { maximumSignificantDigits: 8, useGrouping: false }).format(value));
}

function coloursOf(element: HTMLElement): Colours {
  const probe = element.appendChild(document.createElement('span'));
  const colour = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    last: colour('--accent'),
    ask: colour('--muted'),
    grid: colour('--line'),
    text: colour('--text'),
    label: colour('--muted'),
    opening: colour('--control-border'),
    mark: colour('--ok'),
    surface: colour('--surface'),
  };
  probe.remove();
  return colours;
}

function sizeOf(element: HTMLElement): { width: number; height: number } {
  return { width: Math.max(1, element.clientWidth), height: Math.max(1, element.clientHeight) };
}
