<?php
/**
 * Guests in the REST API.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Lets guests comment through the REST API where the section is used, and nowhere else: captchas that hook into the theme's form
 * are not asked there, so each discussion that is opened is one that they do not protect.
 */
final class Guest_Access {

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'rest_allow_anonymous_comments', array( __CLASS__, 'open' ), 10, 2 );
	}

	/** Opens the discussion of a request. What another plugin has opened stays open. */
	public static function open( $is_open, $request = null ) {
		if ( $is_open || 'everywhere' === Settings::guests() ) {
			return true;
		}
		$post = $request instanceof \WP_REST_Request ? (int) $request['post'] : 0;
		return 'section' === Settings::guests() && $post > 0 && Discussion::uses_section( $post );
	}

	/** Whether guests can comment on a post, by the settings of the site and of all plugins. */
	public static function may_comment( $post ) {
		if ( get_option( 'comment_registration' ) ) {
			return false;
		}
		$request = new \WP_REST_Request( 'POST', '/wp/v2/comments' );
		$request->set_param( 'post', $post->ID );
		// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals.NonPrefixedHooknameFound -- WordPress's own filter, asked as WordPress would ask it.
		return (bool) apply_filters( 'rest_allow_anonymous_comments', false, $request );
	}
}
