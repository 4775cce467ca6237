/** What can be open below a comment, one at a time. */
export type Panel = 'reply' | 'edit' | 'remove' | 'more' | 'report';
