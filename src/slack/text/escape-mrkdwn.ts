const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text for a `mrkdwn` field or a message's `text`. Slack asks for these three characters and no more; as
 * every mention and link needs a "<", the result can call nobody.
 */
export const escapeMrkdwn = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);
