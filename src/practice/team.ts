import type { Workspace } from './workspace.ts';

/** The people of Eastmarsh Council. All of them are invented, and no real council of that name is meant. */
export const addTeam = ({ addPerson }: Pick<Workspace, 'addPerson'>) => ({
  /** Policy lead. */
  priya: addPerson({ name: 'Priya Raman' }),
  /** Senior policy officer. */
  tomasz: addPerson({ name: 'Tomasz Zielinski' }),
  /** Assistant director, children's services. */
  joan: addPerson({ name: 'Joan Fairweather' }),
  /** Social worker, assessment team. */
  ngozi: addPerson({ name: 'Ngozi Okafor' }),
  /** Team manager, safeguarding. */
  marcus: addPerson({ name: 'Marcus Pell' }),
  /** Commissioning lead. */
  helen: addPerson({ name: 'Helen Pryce' }),
  /** Data analyst. */
  danny: addPerson({ name: 'Danny Whitlock' }),
  /** Early help coordinator. */
  samira: addPerson({ name: 'Samira Hussain' }),
  /** CAMHS liaison nurse. */
  nia: addPerson({ name: 'Nia Rowlands' }),
});
export type Team = ReturnType<typeof addTeam>;
export type Member = keyof Team;
