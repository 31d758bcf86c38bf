import { describe, it } from 'vitest';
import { forms } from './acts.ts';
import { withstands } from './withstands.ts';

describe('a form that was tampered with and signed changes nothing and shows nothing', () => {
  it.each(forms)('$route', (act) => withstands(act));
});
