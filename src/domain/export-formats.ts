/** What can be made of a consultation, in the words of the commands. */
export const exportFormats = ['draft', 'markdown', 'markdown questions', 'paste', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
