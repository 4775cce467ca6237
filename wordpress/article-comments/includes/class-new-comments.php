<?php
/**
 * New comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Checks what the REST API does not about new comments, and mails editors about them. */
final class New_Comments {

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'rest_preprocess_comment', array( __CLASS__, 'prepare' ), 10, 2 );
		add_filter( 'rest_pre_insert_comment', array( __CLASS__, 'check' ) );
		add_action( 'rest_insert_comment', array( Lock::class, 'release' ) );
		add_action( 'rest_after_insert_comment', array( __CLASS__, 'notify_editors' ), 10, 3 );
	}

	/**
	 * Serialises equal requests. WordPress checks for duplicates without a lock, so of two concurrent requests, such as a
	 * retry after a lost response, both would pass.
	 */
	public static function prepare( $comment, $request ) {
		if ( is_wp_error( $comment ) || ! empty( $request['id'] ) ) {
			return $comment;
		}
		if ( ! current_user_can( 'moderate_comments' ) ) {
			// The REST API accepts any date. One in the future would stay on top, and editable, for years.
			$comment['comment_date']     = current_time( 'mysql' );
			$comment['comment_date_gmt'] = current_time( 'mysql', true );
		}
		Lock::acquire( 'comment ' . ( $comment['comment_post_ID'] ?? 0 ) . ' ' . ( $comment['comment_content'] ?? '' ) );
		return $comment;
	}

	/** Checks that the parent exists, the nesting depth and the length. */
	public static function check( $comment ) {
		if ( is_wp_error( $comment ) || ! self::is_of_reader( $comment['comment_type'] ?? '' ) ) {
			return $comment;
		}
		if ( ! empty( $comment['comment_parent'] ) ) {
			$parent_comment = get_comment( $comment['comment_parent'] );
			if ( ! $parent_comment || '1' !== $parent_comment->comment_approved || (int) $parent_comment->comment_post_ID !== (int) $comment['comment_post_ID'] ) {
				return new \WP_Error( 'article_comments_parent_gone', __( 'The comment you are replying to no longer exists.', 'article-comments' ), array( 'status' => 409 ) );
			}
			$place = Threading::place_below( $parent_comment );
			if ( $place !== (int) $parent_comment->comment_ID ) {
				$comment['comment_parent'] = $place;
				$comment['comment_meta']   = array( Threading::REPLY_TO => (int) $parent_comment->comment_ID ) + ( $comment['comment_meta'] ?? array() );
			}
		}
		return Comment_Length::refusal( $comment['comment_content'] ) ?? $comment;
	}

	/** Sends the notifications that WordPress sends only for comments from its own form. */
	public static function notify_editors( $comment, $request, $creating ) {
		if ( $creating && self::is_of_reader( $comment->comment_type ) ) {
			wp_new_comment_notify_moderator( $comment->comment_ID );
			wp_new_comment_notify_postauthor( $comment->comment_ID );
		}
	}

	/** Whether a type is that of readers' comments. From 6.9, editors leave notes in the block editor through the same route. */
	private static function is_of_reader( $type ) {
		return in_array( $type, array( '', 'comment' ), true );
	}
}
