<?php
/**
 * Who may change a comment.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The comments of the current visitor, which they may change for some minutes. */
final class Own_Comments {

	/** Comment meta: when the text was changed, in seconds since 1970. */
	const EDITED = '_article_comments_edited';

	/** Whether the signed-in visitor wrote the comment. */
	public static function is_of_account( $comment ) {
		return $comment->user_id && get_current_user_id() === (int) $comment->user_id;
	}

	/** When the author can no longer change the comment, in seconds since 1970. */
	public static function until( $comment ) {
		return strtotime( $comment->comment_date_gmt . ' +0000' ) + Settings::edit_seconds();
	}

	/** A token that proves a guest wrote the comment. Tied to the site's keys; the comment's date limits its lifetime. */
	public static function proof( $comment ) {
		return wp_hash( "article-comments|{$comment->comment_ID}|{$comment->comment_date_gmt}|{$comment->comment_author_email}", 'nonce' );
	}

	/** Whether the visitor, with this proof or none, may change the comment as its author. */
	public static function may_change( $comment, $proof ) {
		$is_guest = ! $comment->user_id && '' !== $proof && hash_equals( self::proof( $comment ), $proof );
		$is_there = in_array( (string) $comment->comment_approved, array( '0', '1' ), true ) && ! Decision::on( $comment );
		return ( self::is_of_account( $comment ) || $is_guest ) && $is_there && time() < self::until( $comment );
	}
}
