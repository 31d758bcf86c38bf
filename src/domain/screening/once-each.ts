/**
 * A rule about strings, asked once of each: a text may say the same a thousand times over. For what people say it is made anew
 * for each text, so that no words outlive it.
 */
export function onceEach<Answer>(rule: (part: string) => Answer): (part: string) => Answer {
  const known = new Map<string, Answer>();
  return (part) => {
    const answer = known.get(part) ?? rule(part);
    known.set(part, answer);
    return answer;
  };
}
