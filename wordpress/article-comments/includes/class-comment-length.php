<?php
/**
 * The length of comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The maximum length of a comment, counted as readers count it. */
final class Comment_Length {

	/** The maximum for the section. */
	public static function maximum() {
		$max = Settings::max_length();
		return $max > 0
			? array(
				'value' => $max,
				'unit'  => 'graphemes',
			)
			: array(
				'value' => 65525,
				'unit'  => 'bytes',
			);
	}

	/** An error for a text that is too long, or null. */
	public static function refusal( $content ) {
		$max = Settings::max_length();
		// Counts graphemes. The count fails for invalid text.
		$text    = html_entity_decode( wp_check_invalid_utf8( $content, true ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		$length  = preg_match_all( '/\X/u', $text );
		$refused = $max > 0 && ( false === $length || $length > $max );
		// WordPress checks the size of the database column for new comments only.
		return $refused || is_wp_error( wp_check_comment_data_max_lengths( array( 'comment_content' => $content ) ) )
			? new \WP_Error( 'comment_content_column_length', __( 'Your comment is too long.', 'article-comments' ), array( 'status' => 400 ) )
			: null;
	}
}
