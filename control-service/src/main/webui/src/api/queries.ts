import { QueryClient } from '@tanstack/react-query';

/** The query cache of the page. Failures are not repeated here: the next poll asks again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The network is judged by answers: browsers are wrong about it.
      networkMode: 'always',
      retry: false,
      staleTime: 0,
      refetchOnWindowFocus: 'always',
      refetchIntervalInBackground: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
