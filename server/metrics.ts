// Counts of this process, in the text format of Prometheus.

const BOUNDS_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 5000];

interface Count {
  requests: number;
  ms: number;
  readonly within: number[];
}

export interface Counts {
  /** @param path as the route writes it, so that no id gets in */
  add(method: string, path: string, status: number, ms: number): void;
  text(): string;
}

export function createCounts(): Counts {
  const all = new Map<string, Count>();
  return {
    add: (method, path, status, ms) => {
      const labels = `method="${method}",route="${path}",status="${status}"`;
      let count = all.get(labels);
      if (!count) all.set(labels, (count = { requests: 0, ms: 0, within: BOUNDS_MS.map(() => 0) }));
      count.requests += 1;
      count.ms += ms;
      for (const [i, bound] of BOUNDS_MS.entries()) if (ms <= bound) count.within[i] = (count.within[i] ?? 0) + 1;
    },
    text: () => {
      const lines = ['# TYPE azimuth_request_duration_seconds histogram'];
      for (const [labels, { requests, ms, within }] of all) {
        for (const [i, bound] of BOUNDS_MS.entries())
          lines.push(`azimuth_request_duration_seconds_bucket{${labels},le="${bound / 1000}"} ${within[i]}`);
        lines.push(`azimuth_request_duration_seconds_bucket{${labels},le="+Inf"} ${requests}`);
        lines.push(`azimuth_request_duration_seconds_sum{${labels}} ${ms / 1000}`);
        lines.push(`azimuth_request_duration_seconds_count{${labels}} ${requests}`);
      }
      const { rss, heapUsed } = process.memoryUsage();
      lines.push(
        '# TYPE azimuth_memory_bytes gauge',
        `azimuth_memory_bytes{of="rss"} ${rss}`,
        `azimuth_memory_bytes{of="heap"} ${heapUsed}`,
      );
      return `${lines.join('\n')}\n`;
    },
  };
}
