/** Words that say what kind of place it is, or whose, and not which: "Primary School", "the High Street". */
const kinds = `a the an our this that each every any some no all most many local primary secondary high special junior
  infant infants senior upper middle lower grammar comprehensive state free boarding residential private
  independent maintained virtual sunday after before at in on from when if their his her my your one two
  another new nursery sure care children's children child childrens family community staff social work
  practice teaching learning research public main further sixth form adult prison secure open closed good
  great poor foster mother mum dad she he and or of for to by with as where what which who while government
  council department business third safe right wrong january february march april may june july august september october november
  december monday tuesday wednesday thursday friday saturday`;

/** Names of what is public and no child's address: "Downing Street", "Chatham House", "King's College". */
const publicNames = `downing white fleet wall companies chatham portcullis somerset king's kings imperial university national
  royal police ofsted british english welsh scottish london england parliament trafalgar hampton catholic muslim jewish faith church`;

const general = new Set(`${kinds} ${publicNames}`.split(/\s+/));

/** "Professor Harriet Ward" is nobody's ward. */
const titles = new Set('professor prof dr mr mrs ms sir dame lord lady baroness judge'.split(' '));

/** Whether the name of a place names none. */
export function isKindOnly(name: string): boolean {
  const words = name.toLowerCase().replaceAll('’', "'").split(/\s+/);
  return titles.has(words[0] ?? '') || words.every((word) => general.has(word));
}
