<?php
/**
 * What the REST API says about the discussion of a post.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The field `article_comments` of posts. The adapter uses it as it is, so its names are those of the adapter contract. */
final class Article_Field {

	/** Adds the hooks. */
	public static function start() {
		add_action( 'rest_api_init', array( __CLASS__, 'register' ) );
	}

	/** Registers the field for all post types with comments. */
	public static function register() {
		foreach ( get_post_types( array( 'show_in_rest' => true ) ) as $type ) {
			if ( post_type_supports( $type, 'comments' ) ) {
				register_rest_field( $type, 'article_comments', array( 'get_callback' => array( __CLASS__, 'describe' ) ) );
			}
		}
	}

	/** The state of the discussion and its rules, or null if the post is gone. */
	public static function describe( $prepared ) {
		$post = get_post( $prepared['id'] );
		if ( ! $post ) {
			return null;
		}
		$about = array(
			'state'    => comments_open( $post ) ? 'open' : 'closed',
			'now'      => Discussion::utc( time() ),
			'posting'  => self::posting( $post ),
			'features' => get_option( 'thread_comments' )
				? array( 'maxDepth' => Threading::levels() - 1 )
				: array( 'nesting' => 'flat' ),
		);
		// A password-protected post does not expose its number of comments.
		if ( ! post_password_required( $post ) ) {
			$about['total'] = (int) get_comments(
				array(
					'post_id' => $post->ID,
					'status'  => 'approve',
					'type'    => 'comment',
					'count'   => true,
				)
			);
		}
		if ( get_option( 'close_comments_for_old_posts' ) && 'open' === $post->comment_status ) {
			$closes = strtotime( $post->post_date_gmt . ' +0000' ) + DAY_IN_SECONDS * (int) get_option( 'close_comments_days_old' );

			$about[ 'open' === $about['state'] ? 'closesAt' : 'closedAt' ] = Discussion::utc( $closes );
		}
		if ( Settings::policy_url() ) {
			$about['policy'] = array( 'url' => Settings::policy_url() );
		}
		return $about;
	}

	/** Who may comment, and how. */
	private static function posting( $post ) {
		$has_to_sign_in = ! is_user_logged_in() && ! Guest_Access::may_comment( $post );
		$posting        = array(
			'who'          => $has_to_sign_in ? 'signed-in' : 'anyone',
			'max'          => Comment_Length::maximum(),
			'premoderated' => (bool) get_option( 'comment_moderation' ) && ! current_user_can( 'moderate_comments' ),
		);
		if ( ! $has_to_sign_in ) {
			$required = (bool) get_option( 'require_name_email' );

			$posting['guest'] = array(
				'name'    => array( 'required' => $required ),
				'email'   => array(
					'required'   => $required,
					// WordPress shows addresses to editors only.
					'neverShown' => true,
				),
				'website' => array( 'required' => false ),
			);
		}
		return $posting;
	}
}
