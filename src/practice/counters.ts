/** Hands out ids in Slack's shape, "U00000001", each once. */
export const countIds = () => {
  let last = 0;
  return (prefix: string): string => {
    last += 1;
    return `${prefix}${String(last).padStart(8, '0')}`;
  };
};

/** Hands out message time stamps, "1616161616.000100": of the clock, but always later than the one before. */
export const countTimes = (now: () => Date) => {
  let last = 0;
  return (): string => {
    last = Math.max(last + 100, now().getTime() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
};
