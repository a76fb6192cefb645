import type uPlot from 'uplot';
import { decimalText } from '@/format/decimal';
import { millisOf, type Timestamp } from '@/format/time';
import { FROM, rangeOf, TO, wholeTicks, type OrderMark, type Series } from './prices';

export interface Colours {
  last: string;
  ask: string;
  grid: string;
  text: string;
  label: string;
  opening: string;
  mark: string;
  surface: string;
}

export interface Chart {
  width: number;
  height: number;
  series: Series;
  marks: readonly OrderMark[];
  zero: Timestamp;
  colours: Colours;
}

const FONT = '12px system-ui, sans-serif';
/** Half of a mark, and the distance of its letter, in CSS pixels. */
const MARK = 6;

/** How the chart looks: time in UTC below, prices on the left, the opening as a line and our orders as marks. */
export function optionsOf({ width, height, series, marks, zero, colours }: Chart): uPlot.Options {
  const axis = { stroke: colours.label, font: FONT, grid: { stroke: colours.grid, width: 1 }, ticks: { stroke: colours.grid, width: 1 } };
  const opening = millisOf(zero);
  return {
    width,
    height,
    // The last label of the axis stands half beside the plot.
    padding: [8, 36, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false, left: 0, top: 0, width: 0, height: 0 },
    scales: {
      x: { time: false, range: [FROM, TO] },
      y: { range: () => rangeOf(series, marks) ?? [0, 1] },
    },
    axes: [
      {
        ...axis,
        space: 70,
        incrs: [10, 20, 30],
        splits: (_chart, _axis, _least, _most, increment) => wholeTicks(zero, increment),
        values: (_chart, splits) => splits.map((seconds) => clockText(Math.round(opening + seconds * 1_000))),
      },
      {
        ...axis,
        values: (_chart, splits) => splits.map(priceText),
        size: (_chart, texts) => 20 + 7 * Math.max(0, ...(texts ?? []).map((text) => text.length)),
      },
    ],
    series: [
      {},
      { stroke: colours.last, width: 2, spanGaps: true, points: { size: 4 } },
      { stroke: colours.ask, width: 1.5, dash: [5, 4], spanGaps: true, points: { show: false } },
    ],
    hooks: { draw: [(chart) => drawMarks(chart, marks, colours)] },
  };
}

function clockText(millis: number): string {
  return `${new Date(millis).toISOString().slice(11, 19)}Z`;
}

/** A tick of the axis: a round number, without an exponent. */
function priceText(value: number): string {
  return decimalText(new Intl.NumberFormat('en', { maximumSignificantDigits: 6, useGrouping: false }).format(value));
}

function drawMarks(chart: uPlot, marks: readonly OrderMark[], colours: Colours): void {
  const { ctx, bbox } = chart;
  const scale = window.devicePixelRatio;
  ctx.save();
  const zero = chart.valToPos(0, 'x', true);
  ctx.fillStyle = colours.opening;
  ctx.fillRect(zero - scale / 2, bbox.top, scale, bbox.height);
  ctx.font = `600 ${12 * scale}px system-ui, sans-serif`;
  ctx.textBaseline = 'middle';
  marks.forEach((mark, index) => {
    const x = chart.valToPos(mark.seconds, 'x', true);
    // What bought nothing has no price: it stands at the foot.
    const y = mark.price === undefined ? bbox.top + bbox.height - 2 * MARK * scale : chart.valToPos(mark.price, 'y', true);
    drawDiamond(ctx, x, y, MARK * scale, mark.price === undefined ? colours.label : colours.mark, colours.surface);
    ctx.fillStyle = colours.text;
    // Orders that follow each other within milliseconds lie on one place: their letters stand side by side.
    ctx.fillText(mark.letter, x + (2 + index) * 1.4 * MARK * scale, y - 1.5 * MARK * scale);
  });
  ctx.restore();
}

function drawDiamond(ctx: CanvasRenderingContext2D, x: number, y: number, half: number, fill: string, edge: string): void {
  ctx.beginPath();
  ctx.moveTo(x, y - half);
  ctx.lineTo(x + half, y);
  ctx.lineTo(x, y + half);
  ctx.lineTo(x - half, y);
  ctx.closePath();
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = half / 4;
  ctx.stroke();
}
