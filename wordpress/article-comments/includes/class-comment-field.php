<?php
/**
 * What the REST API says about a comment.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The field `article_comments` of comments, in the terms of the adapter contract. */
final class Comment_Field {

	/** Adds the hooks. */
	public static function start() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
		add_filter( 'rest_prepare_comment', array( __CLASS__, 'withhold' ), 10, 2 );
	}

	/** Registers the field. */
	public static function register() {
		register_rest_field( 'comment', 'article_comments', array( 'get_callback' => array( __CLASS__, 'describe' ) ) );
	}

	/** What the adapter has to know beyond WordPress's own fields. */
	public static function describe( $prepared, $field, $request ) {
		$comment = get_comment( $prepared['id'] );
		if ( ! $comment ) {
			return null;
		}
		$about = self::permissions( $comment ) + self::proof( $comment, $request ) + self::about( $comment );
		$decision = Decision::for_visitor( $comment );
		if ( $decision ) {
			$about['decision'] = $decision;
			$about['status']   = 'rejected' === $decision['measure'] ? 'rejected' : 'hidden';
		}
		$badge = self::badge( $comment );
		if ( $badge ) {
			$about['badges'] = array( $badge );
		}
		if ( is_user_logged_in() && Report_Store::is_reported_by_account( (int) $comment->comment_ID, get_current_user_id() ) ) {
			$about['reported'] = true;
		}
		// An empty PHP array would become a JSON list.
		return $about ? $about : null;
	}

	/** Keeps back the text of a restricted comment, and the addresses of pictures unless they are shown: they are hashes of email addresses. */
	public static function withhold( $response, $comment ) {
		$data = $response->get_data();
		if ( ! Settings::avatars() ) {
			unset( $data['author_avatar_urls'] );
		}
		if ( isset( $data['content'] ) && Decision::on( $comment ) && ! current_user_can( 'moderate_comments' ) ) {
			$data['content']['rendered'] = '';
		}
		$response->set_data( $data );
		return $response;
	}

	/** What everybody may know: whom a moved reply answers, and when it was edited. */
	public static function about( $comment ) {
		$about    = array();
		$reply_to = Threading::recipient( $comment );
		if ( $reply_to ) {
			$about['replyTo'] = array(
				'id'   => (string) $reply_to->comment_ID,
				'name' => html_entity_decode( $reply_to->comment_author, ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
			);
		}
		$edited = (int) get_comment_meta( $comment->comment_ID, Own_Comments::EDITED, true );
		if ( $edited ) {
			$about['editedAt'] = Discussion::utc( $edited );
		}
		return $about;
	}

	/** What the visitor may do with the comment, and the source of their own one. */
	private static function permissions( $comment ) {
		$about = array();
		if ( Own_Comments::is_of_account( $comment ) ) {
			$in_time      = time() < Own_Comments::until( $comment ) && ! Decision::on( $comment );
			$about['can'] = array(
				'edit'   => $in_time && comments_open( (int) $comment->comment_post_ID ),
				'remove' => $in_time,
			);
			if ( $in_time ) {
				$about['editableUntil'] = Discussion::utc( Own_Comments::until( $comment ) );
				$about['source']        = $comment->comment_content;
			}
		}
		if ( current_user_can( 'moderate_comments' ) ) {
			$about['can'] = array(
				'edit'   => true,
				'remove' => true,
			);
		}
		return $about;
	}

	/** A guest's proof of authorship. Only the response to the POST request is seen by the author alone. */
	private static function proof( $comment, $request ) {
		$is_new = $request instanceof \WP_REST_Request && 'POST' === $request->get_method() && '/wp/v2/comments' === $request->get_route();
		if ( ! $is_new || $comment->user_id || time() >= Own_Comments::until( $comment ) ) {
			return array();
		}
		return array(
			'proof' => array(
				'token' => Own_Comments::proof( $comment ),
				'until' => Discussion::utc( Own_Comments::until( $comment ) ),
			),
		);
	}

	/** The badge of the author of the article and of editors, or null. */
	public static function badge( $comment ) {
		$user_id = (int) $comment->user_id;
		$post    = get_post( $comment->comment_post_ID );
		if ( $user_id && $post && (int) $post->post_author === $user_id ) {
			return 'author';
		}
		return $user_id && user_can( $user_id, 'moderate_comments' ) ? 'staff' : null;
	}
}
