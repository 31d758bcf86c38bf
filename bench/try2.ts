import { inventedRecord } from './invented-record.ts';
import { makeDocument } from '../src/export/make-document.ts';
import { compileDocument } from '../src/compile/compile-document.ts';
import { lookOver } from '../src/export/look-over.ts';
import { toMarkdown } from '../src/export/to-markdown.ts';
import { toMarkdown as plain } from 'mdast-util-to-markdown';
const setting = { teamId:'T1', channelId:'C1', leadId:'ULEAD', authorIds: Array.from({length:30},(_,n)=>`U${n+10}`), openingTs:'1794300000.000000',
 threads: ['funding','workforce','thresholds','camhs'].map((id,n)=>({id,title:id,threadTs:`1794300000.000${n+1}00`})) };
const record = await inventedRecord(10000, setting);
for (const size of [100,500,1000,10000]) for (let r=0;r<(size<10000?3:2);r++) {
  const part = {...record, contributions: record.contributions.slice(0,size)};
  let t = performance.now(); const {tree, printed} = compileDocument(part,'theme'); const c = performance.now()-t;
  t = performance.now(); lookOver(part, tree, printed); const l = performance.now()-t;
  t = performance.now(); const md = toMarkdown(tree); const m = performance.now()-t;
  t = performance.now(); makeDocument('draft', part); const d = performance.now()-t;
  console.log(size, 'compile', c.toFixed(0), 'look', l.toFixed(0), 'md', m.toFixed(0), md.length, printed.length, 'draft', d.toFixed(0));
}
