<?php
/**
 * Akismet.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Asks Akismet about a changed comment. Akismet looks at new comments by itself, also at those from the REST API, but not at
 * changes.
 */
final class Spam_Check {

	/** Whether Akismet is active and has a key. */
	public static function is_available() {
		return method_exists( 'Akismet', 'recheck_comment' ) && method_exists( 'Akismet', 'get_api_key' ) && \Akismet::get_api_key();
	}

	/**
	 * Asks about a stored comment, which should not be public meanwhile. Moves spam to the spam folder.
	 *
	 * @return bool Whether Akismet has found it clean. False also if Akismet could not be reached.
	 */
	public static function is_clean( $id ) {
		$verdict = \Akismet::recheck_comment( $id, 'edit_comment' );
		clean_comment_cache( $id );
		return 'false' === $verdict;
	}
}
