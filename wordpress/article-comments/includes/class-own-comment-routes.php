<?php
/**
 * Changing and deleting one's own comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The routes by which people change and delete their recent comments. */
final class Own_Comment_Routes {

	/** Adds the hooks. */
	public static function start() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
	}

	/** Registers the routes. */
	public static function register() {
		$id   = array(
			'type'              => 'integer',
			'minimum'           => 1,
			'required'          => true,
			'validate_callback' => 'rest_validate_request_arg',
		);
		$text = array(
			'type'              => 'string',
			'validate_callback' => 'rest_validate_request_arg',
		);
		register_rest_route(
			REST_NAMESPACE,
			'/comments/(?P<id>\d+)',
			array(
				array(
					'methods'             => 'POST',
					'callback'            => array( __CLASS__, 'edit' ),
					'permission_callback' => array( __CLASS__, 'may_change' ),
					'args'                => array(
						'id'      => $id,
						// Sanitised by wp_update_comment, like the text of a new comment.
						'content' => $text + array( 'required' => true ),
						'proof'   => $text,
					),
				),
				array(
					'methods'             => 'DELETE',
					'callback'            => array( __CLASS__, 'remove' ),
					'permission_callback' => array( __CLASS__, 'may_change' ),
					'args'                => array(
						'id'       => $id,
						'proof'    => $text,
						// Of editors, on comments by others.
						'decision' => Decision::SCHEMA,
					),
				),
			)
		);
	}

	/** Whether the visitor may change the comment. */
	public static function may_change( $request ) {
		$comment = get_comment( (int) $request['id'] );
		if ( ! $comment ) {
			return new \WP_Error( 'rest_comment_invalid_id', __( 'Invalid comment ID.', 'article-comments' ), array( 'status' => 404 ) );
		}
		if ( current_user_can( 'edit_comment', $comment->comment_ID ) && current_user_can( 'moderate_comments' ) ) {
			return true;
		}
		// WordPress also calls this for invalid requests, to build the `Allow` header.
		if ( Own_Comments::may_change( $comment, is_string( $request['proof'] ) ? $request['proof'] : '' ) ) {
			return true;
		}
		return new \WP_Error( 'rest_cannot_edit', __( 'You can no longer change this comment.', 'article-comments' ), array( 'status' => rest_authorization_required_code() ) );
	}

	/** Changes the text of a comment. An edit passes the same moderation as a new comment. */
	public static function edit( $request ) {
		$comment = get_comment( (int) $request['id'] );
		$content = trim( (string) $request['content'] );
		$refusal = self::refusal( $comment, $content );
		if ( $refusal ) {
			return $refusal;
		}
		$id         = (int) $comment->comment_ID;
		$was_public = '1' === $comment->comment_approved;
		$may_stay   = $was_public && ( self::is_trusted( $comment ) || self::is_clean( $comment, $content ) );
		$asks       = ! current_user_can( 'moderate_comments' ) && Spam_Check::is_available();
		$change     = array(
			'comment_ID'      => $id,
			'comment_content' => wp_slash( $content ),
		);
		if ( $was_public && ( $asks || ! $may_stay ) ) {
			// Akismet reads the text from the database. Until it has answered, nobody else does.
			$change['comment_approved'] = 0;
		}
		if ( is_wp_error( wp_update_comment( $change, true ) ) ) {
			return new \WP_Error( 'rest_comment_failed_edit', __( 'The comment could not be changed.', 'article-comments' ), array( 'status' => 500 ) );
		}
		update_comment_meta( $id, Own_Comments::EDITED, time() );
		if ( $asks && Spam_Check::is_clean( $id ) && $may_stay ) {
			wp_update_comment(
				array(
					'comment_ID'       => $id,
					'comment_approved' => 1,
				)
			);
		}
		if ( $was_public ) {
			// Sends an email only if the comment is held now.
			wp_new_comment_notify_moderator( $id );
		}
		$prepared = ( new \WP_REST_Comments_Controller() )->prepare_item_for_response( get_comment( $id ), $request );
		return rest_ensure_response( $prepared );
	}

	/** Moves a comment to the trash; with the reasons of an editor, its author gets a statement. */
	public static function remove( $request ) {
		$comment = get_comment( (int) $request['id'] );
		if ( $request['decision'] && current_user_can( 'moderate_comments' ) && in_array( $comment->comment_approved, array( '0', '1' ), true ) ) {
			Decision::carry_out( $comment, Decision::to_remove( $request['decision'] ) );
			return rest_ensure_response( array( 'removed' => true ) );
		}
		if ( ! wp_trash_comment( (int) $request['id'] ) ) {
			return new \WP_Error( 'rest_already_trashed', __( 'The comment has already been removed.', 'article-comments' ), array( 'status' => 410 ) );
		}
		return rest_ensure_response( array( 'removed' => true ) );
	}

	/** Why the text cannot be stored, or null. */
	private static function refusal( $comment, $content ) {
		if ( ! comments_open( (int) $comment->comment_post_ID ) && ! current_user_can( 'moderate_comments' ) ) {
			return new \WP_Error( 'rest_comment_closed', __( 'Comments are closed.', 'article-comments' ), array( 'status' => 403 ) );
		}
		if ( '' === $content ) {
			return new \WP_Error( 'rest_comment_content_invalid', __( 'A comment cannot be empty.', 'article-comments' ), array( 'status' => 400 ) );
		}
		if ( ! self::is_trusted( $comment ) && wp_check_comment_disallowed_list( ...self::data( $comment, $content ) ) ) {
			return new \WP_Error( 'article_comments_disallowed', __( 'This text is not allowed here.', 'article-comments' ), array( 'status' => 400 ) );
		}
		return Comment_Length::refusal( $content );
	}

	/** Whether WordPress publishes unchecked what the visitor writes here. */
	private static function is_trusted( $comment ) {
		return Discussion::trusts_visitor( (int) $comment->comment_post_ID );
	}

	/** Whether the text passes the moderation rules of the site. */
	private static function is_clean( $comment, $content ) {
		return check_comment( ...array_merge( self::data( $comment, $content ), array( $comment->comment_type ) ) );
	}

	/** The arguments of WordPress's checks. */
	private static function data( $comment, $content ) {
		return array( $comment->comment_author, $comment->comment_author_email, $comment->comment_author_url, $content, $comment->comment_author_IP, $comment->comment_agent );
	}
}
