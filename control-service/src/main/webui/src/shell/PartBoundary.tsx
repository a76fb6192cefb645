import { Component, type ReactNode } from 'react';
import { Button } from '@/ui/Button';

interface State {
  failure: Error | undefined;
}

/**
 * Keeps a failing page from taking the shell with it: stop and halt stay. A page whose script is gone belongs to an
 * older panel; it says so and never reloads by itself, because something may have been typed.
 */
export class PartBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(failure: Error): State {
    return { failure };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === undefined) {
      return this.props.children;
    }
    const gone = /dynamically imported module|Importing a module script|error loading/i.test(failure.message);
    return (
      <div className="boot" role="alert">
        <p>
          {gone
            ? 'A newer panel is installed. What you typed is kept.'
            : `This page has failed: ${failure.message}. Stop and halt work.`}
        </p>
        <Button onPress={() => window.location.reload()}>Reload</Button>
      </div>
    );
  }
}
