import hooks from 'eslint-plugin-react-hooks';
import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The features: each knows what all share, and no other feature. */
const FEATURES = ['now', 'configurations', 'runs', 'trades', 'positions', 'listings', 'risk', 'alerts', 'notifications', 'audit', 'credentials'];
/** What all share, from the ground up: each knows those before it. */
const LAYERS = ['format', 'session', 'api', 'ui', 'shell'];

function refused(names, message) {
  return { group: names.flatMap((name) => [`@/${name}`, `@/${name}/*`]), message };
}

function rule(...patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

export default tseslint.config(
  globalIgnores(['dist', 'node_modules', 'src/api/generated']),
  ...tseslint.configs.strict,
  hooks.configs.flat['recommended-latest'],
  {
    rules: {
      'max-lines': ['error', { max: 250 }],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  ...FEATURES.map((feature) => ({
    files: [`src/${feature}/**`],
    rules: rule(refused(FEATURES.filter((other) => other !== feature), 'A feature imports no other feature.')),
  })),
  ...LAYERS.filter((layer) => layer !== 'shell').map((layer) => ({
    files: [`src/${layer}/**`],
    rules: rule(
      refused(FEATURES, 'What all share knows no feature.'),
      refused(
        LAYERS.slice(LAYERS.indexOf(layer) + 1).filter((above) => !(layer === 'session' && above === 'api')),
        'A layer knows only those below it.',
      ),
    ),
  })),
  { files: ['build/**', 'e2e/**'], rules: { 'no-console': 'off' } },
);
