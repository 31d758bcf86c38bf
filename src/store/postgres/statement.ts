/** A query under a name, which the server plans once a connection; `Row` is what it gives. */
export type Statement<Row> = { readonly name: string; readonly text: string; readonly row?: Row };

/** A statement of ours: one name, one text. */
export const statement = <Row>(name: string, text: string): Statement<Row> => ({ name, text });
