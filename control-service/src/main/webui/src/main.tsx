import './styles/tokens.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configureClients } from '@/api/client';
import { queries } from '@/api/queries';
import { startSession } from '@/session/session';
import { App } from '@/shell/App';
import { applyTheme } from '@/shell/theme';

applyTheme();
configureClients();

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no root');
}

// The panel is drawn once it is known who looks at it: a page without a session leads to the sign-in at once.
void startSession((path) => window.history.replaceState(null, '', path)).then(() => {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
});
