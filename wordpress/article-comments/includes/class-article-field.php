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
			'features' => ( get_option( 'thread_comments' )
				? array( 'maxDepth' => Threading::levels() - 1 )
				: array( 'nesting' => 'flat' ) ) + array( 'report' => array( 'reasons' => Report_Reasons::all() ) ),
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
		$closes = self::closes_at( $post );
		if ( null !== $closes ) {
			$about[ 'open' === $about['state'] ? 'closesAt' : 'closedAt' ] = Discussion::utc( $closes );
		}
		if ( current_user_can( 'moderate_comments' ) ) {
			/**
			 * Filters the rules that editors choose from when they remove a comment with reasons.
			 *
			 * @param string[] $rules Default: none.
			 */
			$rules = array_values( (array) apply_filters( 'article_comments_rules', array() ) );
			// An empty PHP array would become a JSON list.
			$about['decisions'] = $rules ? array( 'rules' => $rules ) : new \stdClass();
		}
		if ( Settings::policy_url() ) {
			$about['policy'] = array( 'url' => Settings::policy_url() );
		}
		return $about;
	}

	/**
	 * When WordPress closes the discussion because the post is old, in seconds since 1970. Null if it does not, and if the discussion
	 * is open or closed against that rule: then another plugin has decided.
	 */
	private static function closes_at( $post ) {
		$days = get_option( 'close_comments_for_old_posts' ) ? (int) get_option( 'close_comments_days_old' ) : 0;
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress's own filter, asked as WordPress asks it.
		$types = apply_filters( 'close_comments_for_post_types', array( 'post' ) );
		// A draft has no date yet.
		$is_dated = '0000-00-00 00:00:00' !== $post->post_date_gmt;
		if ( 0 === $days || ! $is_dated || 'open' !== $post->comment_status || ! in_array( $post->post_type, $types, true ) ) {
			return null;
		}
		$closes = strtotime( $post->post_date_gmt . ' +0000' ) + DAY_IN_SECONDS * $days;
		return ( time() <= $closes ) === comments_open( $post ) ? $closes : null;
	}

	/** Who may comment, and how. */
	private static function posting( $post ) {
		$has_to_sign_in = ! is_user_logged_in() && ! Guest_Access::may_comment( $post );
		$posting        = array(
			'who'          => $has_to_sign_in ? 'signed-in' : 'anyone',
			'max'          => Comment_Length::maximum(),
			'premoderated' => (bool) get_option( 'comment_moderation' ) && ! Discussion::trusts_visitor( $post ),
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
