/** What readers and moderators do on a page of `visit-pages.mjs`, for `measureVisit`. */

/** The comments are to be seen. */
export const showsComments = (page) => page.getByRole('article').nth(1).getByText('before').waitFor();

export const focusTextBox = (page) => page.getByRole('textbox', { name: 'Your comment' }).focus();

const press = (scope, name) => scope.getByRole('button', { name }).click();

/** Writes a comment, votes and reports. */
export async function takePart(page) {
  await page.getByRole('textbox', { name: 'Your comment' }).fill('We need that pier.');
  await page.getByRole('textbox', { name: /^(Your )?name/i }).fill('Ada');
  await press(page, 'Post comment');
  await page.getByRole('article').getByText('We need that pier.').waitFor();
  const comment = page.getByRole('article').first();
  await press(comment, /Agree/);
  await comment.getByRole('button', { name: /4 Agree/ }).waitFor();
  await press(comment, /^Report as abuse/);
  await page.getByRole('radio', { name: 'Advertising' }).check();
  await press(page, 'Send report');
  await comment.getByText('Reported', { exact: true }).waitFor();
}

/** Opens "More", and removes a comment. */
export async function removeComment(page) {
  const comment = page.getByRole('article').first();
  await press(comment, /^More/);
  await page.getByRole('button', { name: /^Copy link/ }).waitFor();
  await press(comment, /^(Remove|Delete)/);
  await press(comment, /^(Remove|Delete)$/);
  await page
    .locator('[aria-live=polite]')
    .getByText(/^Comment (removed|deleted)/)
    .waitFor({ state: 'attached' });
}

/** Approves a comment that is held for review, hides one, removes one and closes the discussion. */
export async function moderate(page) {
  const [first, second, held] = [0, 1, 2].map((index) => page.getByRole('article').nth(index));
  const isAnnounced = (text) => page.locator('[aria-live=polite]').getByText(text).waitFor({ state: 'attached' });
  await press(held, /^Approve/);
  await isAnnounced('Comment approved. Readers can see it now.');
  await press(first, /^More/);
  await press(first, /^Hide from readers/);
  await isAnnounced('Comment hidden.');
  await press(second, /^More/);
  await press(second, /^(Remove|Delete)/);
  await press(second, /^(Remove|Delete)$/);
  await isAnnounced(/^Comment (removed|deleted)/);
  await press(page, 'Close comments');
  await press(page, 'Close now');
  await page.getByRole('button', { name: 'Reopen comments' }).waitFor();
}
