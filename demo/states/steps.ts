/** What to press in each state, and what to expect then: a plan for who tests the section by hand. By the name of the state. */
export interface Steps {
  /** One thing to do. */
  readonly press: string;
  /** What is seen or heard then. */
  readonly expect: string;
}

export const steps: Readonly<Record<string, Steps>> = {
  // Reading
  loading: { press: 'Nothing; wait.', expect: '“Loading comments…” stays, and the page below does not move.' },
  empty: { press: 'Write a comment and post it.', expect: 'It appears, and the heading becomes “Comments (1)”.' },
  open: { press: 'Write a comment and press “Post comment”.', expect: '“Sending…” for a second, then the comment.' },
  'many-pages': {
    press: '“Load all comments”, and then “Stop”.',
    expect: 'The count goes up and stays in view. After “Stop” what is loaded stays, and the rest can be loaded.',
  },
  'failed-to-load': { press: '“Try again”.', expect: 'Three comments, and the focus is not lost.' },
  paged: {
    press: '“Load more comments”, three times.',
    expect: 'Ten more each time, with the focus on the first of them.',
  },
  'more-failed': {
    press: '“Try again” below the first page.',
    expect: 'The rest of the comments, below the ones that were there.',
  },
  tombstones: {
    press: 'Read on; there is nothing to press.',
    expect: 'Each notice says who removed the comment. Replies stay.',
  },
  'absolute-time': { press: 'A date.', expect: 'The address of the page ends in that comment.' },

  // Conversation
  thread: {
    press: '“Hide replies” of the first comment, then “Show replies”.',
    expect: 'The branch folds and unfolds. The focus stays on the button.',
  },
  'own-badges': { press: 'Nothing; make the window narrow.', expect: 'Badges wrap, and nothing is cut off.' },
  avatars: {
    press: 'Nothing; reload.',
    expect: 'Initials are there at once, and where a picture is broken they stay.',
  },
  folded: { press: '“Show … replies”.', expect: 'The replies appear, and the button says “Hide replies”.' },
  'more-replies': {
    press: '“Load more replies”.',
    expect: 'After half a second the replies, with the focus on the first new one.',
  },
  'more-replies-failed': { press: '“Try again”.', expect: 'The message goes, and the replies are there.' },
  order: {
    press: 'Another order in “Sort by”, then reload.',
    expect: 'The list changes, and the order is still chosen.',
  },
  'own-order': { press: 'Open “Sort by”.', expect: 'Four orders. “Most replies” is chosen.' },
  featured: {
    press: '“Show in the conversation” below a comment.',
    expect: 'All comments are shown, and the view is at that one.',
  },
  'order-failed': { press: '“Try again”.', expect: 'The list and the menu change to the newest first.' },
  'new-comments': {
    press: '“View 2 new comments”.',
    expect:
      'The focus moves to the first of them, and both are marked “New”. On a small window, “Back to where you were” leads back.',
  },
  'new-replies': {
    press: 'Each “View 1 new reply”.',
    expect: 'The reply appears in its branch, marked “New”, and the focus moves to it.',
  },
  'new-since-last-visit': {
    press: 'Read on; there is nothing to press.',
    expect: '“New” on others’ comments of the last two hours.',
  },
  muted: { press: '“Show this comment”.', expect: 'The comment appears. His other comments stay folded.' },
  permalink: { press: 'Reload.', expect: 'Comment 33 is in view and marked, without a jump afterwards.' },
  'permalink-gap': {
    press: '“Load more comments”, and “Try again” when it fails.',
    expect: 'Comment 11 appears where the button was. Below comment 33 is no button until the gap is closed.',
  },
  'permalink-missing': {
    press: 'Nothing; listen or read.',
    expect: 'One sentence that the comment isn’t here, said once.',
  },
  'comment-count': { press: 'Post a comment.', expect: 'The first count goes up by one.' },

  // Quotes
  quotes: {
    press: '“Go to the comment” below a quote.',
    expect: 'The view is at the comment in the discussion below.',
  },
  'quotes-gone': {
    press: 'Read on; there is nothing to press.',
    expect: 'One sentence for each; none of the removed words.',
  },
  'quotes-unreachable': { press: 'Nothing; wait.', expect: 'The printed words stay, and no error is shown.' },

  // Writing
  notify: { press: 'Check “Notify me of replies”, then reload.', expect: 'The box is still checked.' },
  toolbar: { press: 'Select a word and press “Bold”, then “Preview”.', expect: 'The preview shows the word in bold.' },
  'toolbar-off': { press: 'The text box.', expect: 'No toolbar and no “Preview”.' },
  guest: {
    press: '“Post comment” without a name.',
    expect: '“Enter your name.” beside the field, with the focus on it.',
  },
  'kept-elsewhere': { press: '“Use this draft”.', expect: 'The two texts change places; neither is lost.' },
  'kept-signed-out': {
    press: '“Use this draft”.',
    expect: 'The earlier text is in the box, and the other one is offered.',
  },
  discarded: { press: '“Undo”.', expect: 'The text is back in the box.' },
  'signed-in': { press: '“Sign out”.', expect: 'The name goes, and the form offers what signed-out readers may do.' },
  'signed-out': { press: '“Sign in to post”.', expect: 'After signing in, the text is still there and can be posted.' },
  'sign-in-elsewhere': {
    press: '“Sign in to post”.',
    expect: 'A sentence that says where to sign in. The text stays.',
  },
  held: { press: 'Post a comment.', expect: 'It is shown to Ada alone, with the note that it waits for review.' },
  'held-after-posting': { press: '“Show it”.', expect: 'The view is at the held comment.' },
  premoderated: {
    press: 'The text box.',
    expect: 'Two sentences below it: editors read comments first, and the draft is saved.',
  },
  rejected: { press: '“Post comment”.', expect: 'Why it wasn’t accepted. The text stays and can be changed.' },
  reconsider: { press: '“Post anyway”.', expect: 'The comment is published.' },
  captcha: {
    press: 'Answer “7” and press “Post comment”.',
    expect: 'The comment is published. Another answer is asked again.',
  },
  'failed-to-post': { press: '“Try again”.', expect: 'The comment is published, once.' },
  'lost-response': { press: '“Try again”.', expect: 'The comment is there once. Nothing is posted twice.' },
  'rate-limited': {
    press: 'Nothing; wait 45 seconds.',
    expect: 'The seconds count down, then “You can post again now.”',
  },
  'near-limit': { press: 'Type on.', expect: 'The counter goes to zero and then says how much is over the limit.' },
  'over-limit': {
    press: '“Post comment”.',
    expect: 'Nothing is sent; the counter says by how much the text is too long.',
  },
  banned: { press: 'Nothing; look for a form.', expect: 'No form; a notice says from when Ada can comment again.' },
  unverified: { press: '“Find out more”.', expect: 'It leads to the page of the account.' },
  'not-a-member': { press: '“Find out more”.', expect: 'It leads to the page for subscribers.' },

  // Taking part
  reply: { press: '“Reply” of another comment.', expect: 'A second form opens, and the first one stays.' },
  'reply-draft': { press: 'Reload, and “Reply” twice.', expect: 'Each form has its own text.' },
  'reply-to-edited': { press: '“Post reply”.', expect: 'The note stays until the reply is posted; posting works.' },
  'reply-to-removed': {
    press: '“Post reply”.',
    expect: 'A message that the comment is no longer here; the text stays.',
  },
  'reply-failed': {
    press: '“Try again”.',
    expect: 'Before: “Your reply wasn’t posted.” After: the reply, below its comment.',
  },
  'reply-held': {
    press: 'Nothing; find the reply.',
    expect: 'It is below its comment, and says that only Ada can see it.',
  },
  'votes-like': { press: '“Recommend”, twice.', expect: 'The number goes up by one and back down.' },
  'votes-up-down': { press: '“Agree”, then “Disagree”.', expect: 'The vote moves from one to the other.' },
  'votes-signed-out': {
    press: '“Sign in to vote”.',
    expect: 'After signing in, the vote is counted, and the number says so.',
  },
  'votes-refused': { press: 'A vote.', expect: 'The number goes back, and the reason is shown below the comment.' },
  'votes-closed': {
    press: 'Nothing; read the numbers.',
    expect: 'Numbers without buttons, such as “12 recommendations”.',
  },
  'own-comments': {
    press: '“Edit” of the newest comment.',
    expect: 'The text in a form, with the time that is left to edit it.',
  },
  editing: { press: 'Change the text and press “Save”.', expect: '“Your changes are saved.” and the note “edited”.' },
  deleting: {
    press: '“Delete” in the question, then “Undo”.',
    expect: 'The comment goes, the replies stay, and “Undo” restores it.',
  },
  'more-actions': {
    press: '“Copy link”, then “Mute …”.',
    expect: '“Link copied.”; then the comments of that person are folded.',
  },
  moderator: {
    press: '“More”, then “Pin to the top”.',
    expect: 'The comment is first in the list and marked “Pinned”.',
  },
  moderating: {
    press: '“Approve” of the held comment, then “Undo”.',
    expect: 'Readers can see it; then it is held again.',
  },
  'moderating-asked': { press: 'Escape.', expect: 'Nobody is banned, and the focus is on “More”.' },
  'editors-message': { press: '“Ask something else”.', expect: 'The message changes, and a screen reader says it.' },
  warned: { press: '“I understand”.', expect: 'The form is there, and “Thank you. You can comment again.”' },

  // Closing
  closed: { press: '“Report as abuse” of a comment.', expect: 'The form for reports. There is none for comments.' },
  'closed-empty': { press: 'Nothing; read.', expect: '“No comments were posted.”' },
  'closing-soon': { press: 'Type on.', expect: 'The warning with the minutes left stays, and is said once.' },
  'closed-while-writing': {
    press: '“Close now”, then “Copy text”.',
    expect: 'The text stays and is copied. Nothing can be posted.',
  },
  'closed-until': { press: 'Nothing; read.', expect: 'The time at which comments reopen.' },
  'closed-by-publisher': { press: 'Nothing; look for a form.', expect: 'No form, although the backend is open.' },
  disabled: { press: 'Nothing; read.', expect: 'One sentence, no form.' },
  archived: { press: 'A permalink: the date of a comment.', expect: 'The comment is marked. Nothing can be posted.' },
  missing: { press: 'Nothing; read.', expect: 'One sentence, and no “Try again” that could not help.' },

  // Reporting
  reported: {
    press: '“Report as abuse” of the third comment, and send.',
    expect: 'It fails twice, and the third time is received.',
  },
  'report-failed': { press: '“Try again”.', expect: 'The reason and the text are still there.' },
  'report-sent': {
    press: '“Withdraw report”.',
    expect: '“Your report was withdrawn.” and the comment can be reported again.',
  },
  'report-reasons': { press: '“Report as abuse”.', expect: 'The backend’s two reasons, and no field for text.' },
  'report-by-link': { press: '“Report as abuse”.', expect: 'The mail program opens, with the address of the comment.' },
  'no-reports': { press: 'Nothing; look for a button.', expect: 'No “Report as abuse”, also not under “More”.' },
  notice: {
    press: 'The reason “Illegal content”.',
    expect: 'The fields of a notice, and a sentence that it is formal.',
  },
  'notice-errors': {
    press: 'Fill in the first field, and press “Send notice”.',
    expect: 'Its message goes; the focus is on the next mistake.',
  },
  'notice-sent': { press: '“Copy my notice”.', expect: 'The clipboard has the whole notice.' },
  decision: { press: '“Contest the decision”.', expect: 'It leads to where the decision can be contested.' },
  'decision-ar': { press: 'Nothing; read.', expect: 'The statement is laid out from right to left.' },

  // Content
  'strange-text': {
    press: 'Nothing; make the window narrow.',
    expect: 'Nothing leaves its box, and no text turns that of others.',
  },
  markdown: { press: 'A link.', expect: 'It leads away. Pictures are links, and HTML is text.' },
  html: { press: 'All that looks like a button.', expect: 'No red frame, no request, no pop-up.' },

  // Language and look
  arabic: { press: '“Reply”, in Arabic.', expect: 'The form is laid out from right to left.' },
  german: { press: 'The text box.', expect: 'Everything in the section is German.' },
  dark: { press: '“Reply” of a comment.', expect: 'Fields and buttons are dark as well.' },
  'own-words': {
    press: 'The text box.',
    expect: 'The words that the publisher has replaced, and English for the others.',
  },
  'heading-level': {
    press: 'Go through the headings with a screen reader.',
    expect: 'Level 2, then 3, and no level is left out.',
  },

  // Set-up
  'two-sections': { press: 'Write in the first form.', expect: 'The second form is empty, and keeps its own draft.' },
  slots: { press: 'The text box.', expect: 'The newsletter box below it, with a dashed border.' },
  'default-slot': {
    press: 'Nothing; wait.',
    expect: 'The content of the page stays as long as the comments do not come.',
  },
  misconfigured: { press: 'Nothing; wait five seconds.', expect: 'A note for the developer in each section.' },
};
