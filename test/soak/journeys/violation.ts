/** One promise of the section that a journey has found broken. */
export interface Violation {
  readonly promise:
    | 'no text lost'
    | 'no comment doubled'
    | 'none under another article'
    | 'none under another name'
    | 'no untrue word'
    | 'nobody reads what another typed'
    | 'no error in the page';
  readonly what: string;
}
