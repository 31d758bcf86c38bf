/** The folder of the documents that were made: what is kept, for whoever may see this machine. */
export type Exports = {
  /** Keeps a document, whole or not at all, and returns its path; the same name is written anew. */
  keep(fileName: string, content: string): Promise<string>;
  /** Every file there, by its name in the folder. */
  list(): Promise<string[]>;
  /** null: there is none. */
  read(fileName: string): Promise<string | null>;
  /** Whether there was one. */
  remove(fileName: string): Promise<boolean>;
};
