<?php
/**
 * The depth of replies.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Where replies go: below their parent, or further up once the site's maximum depth is reached. */
final class Threading {

	/** Comment meta: the comment that a moved reply answers. */
	const REPLY_TO = '_article_comments_reply_to';

	/** Maximum nesting depth, including the top level. */
	public static function levels() {
		return get_option( 'thread_comments' ) ? max( 2, (int) get_option( 'thread_comments_depth' ) ) : 1;
	}

	/** The parent of a reply to this comment: the comment itself, or an ancestor once the maximum depth is reached. */
	public static function place_below( $parent_comment ) {
		$path = array();
		for ( $at = $parent_comment; $at && ! in_array( (int) $at->comment_ID, $path, true ); $at = $at->comment_parent ? get_comment( $at->comment_parent ) : null ) {
			$path[] = (int) $at->comment_ID;
		}
		$too_deep = max( 0, count( $path ) + 1 - self::levels() );
		return $path[ $too_deep ] ?? 0;
	}

	/** The published comment that a moved reply answers, or null. */
	public static function recipient( $comment ) {
		$reply_to = get_comment( (int) get_comment_meta( $comment->comment_ID, self::REPLY_TO, true ) );
		return $reply_to && '1' === $reply_to->comment_approved ? $reply_to : null;
	}
}
