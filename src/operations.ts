import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { reading } from './prometheus.ts';
import { createReadiness } from './readiness.ts';
import type { Background } from './slack/background.ts';
import type { Probes } from './slack/health.ts';
import type { Store } from './store/store.ts';

type Watched = { metrics: Metrics; store: Store; background: Background; isConnected(): boolean; log: Log };

/** What Soundings tells of itself over HTTP, to whoever runs it. */
export function operations({ metrics, store, background, isConnected, log }: Watched): Probes {
  const readiness = createReadiness({ store, isConnected, log });
  const now = [
    reading('soundings_ready', '1 where it is well, otherwise 0; as /ready says.', readiness.parts, {
      label: 'part',
    }),
    reading(
      'soundings_queue_depth',
      'Requests in hand, and work that goes on after them.',
      () => {
        const { held, running } = background.counts();
        return { requests: held, background: running };
      },
      { label: 'queue' },
    ),
  ];
  return { troubles: readiness.troubles, scrape: () => metrics.scrape(now) };
}
