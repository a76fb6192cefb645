import {
  ArrowDown,
  ArrowUp,
  Ban,
  Check,
  CircleDashed,
  CircleHelp,
  CircleStop,
  Clock3,
  Contrast,
  OctagonAlert,
  Play,
  TriangleAlert,
} from 'lucide-react';

/** The shapes that double each colour of a status. */
const SHAPES = {
  ok: Check,
  warn: TriangleAlert,
  bad: OctagonAlert,
  refused: Ban,
  partly: Contrast,
  waiting: Clock3,
  unknown: CircleHelp,
  running: Play,
  stopped: CircleStop,
  neutral: CircleDashed,
  more: ArrowUp,
  less: ArrowDown,
} as const;

export type MarkShape = keyof typeof SHAPES;

/** A shape beside a word; it says nothing by itself, so screen readers do not read it. */
export function Mark({ shape, size = 14 }: { shape: MarkShape; size?: number }) {
  const Shape = SHAPES[shape];
  return <Shape aria-hidden size={size} strokeWidth={2.25} />;
}
