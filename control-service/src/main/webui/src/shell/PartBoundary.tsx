import { Component, type ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { NotLoaded } from './NotLoaded';

interface Props {
  /** The path of what is shown: another page has not failed. */
  at: string;
  children: ReactNode;
}

interface State {
  failure: Error | undefined;
  at: string;
}

/** Keeps a failing page from taking the shell with it: stop, halt and the other pages stay. */
export class PartBoundary extends Component<Props, State> {
  override state: State = { failure: undefined, at: this.props.at };

  static getDerivedStateFromError(failure: Error): Partial<State> {
    return { failure };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return at === state.at ? null : { failure: undefined, at };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) {
      return this.props.children;
    }
    if (/dynamically imported module|Importing a module script|error loading|Unable to preload/i.test(failure.message)) {
      return <NotLoaded />;
    }
    return (
      <div className="boot" role="alert">
        <p>This page has failed: {failure.message}. Stop and halt work.</p>
        <Button onPress={() => window.location.reload()}>Reload</Button>
      </div>
    );
  }
}
