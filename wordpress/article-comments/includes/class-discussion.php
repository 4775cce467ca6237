<?php
/**
 * Which discussions use the section.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The discussion of a post. */
final class Discussion {

	/** Whether the section replaces the theme's comments below this post. */
	public static function uses_section( $post ) {
		$post = get_post( $post );
		if ( ! $post || ! Settings::replaces_comments() || ! post_type_supports( $post->post_type, 'comments' ) ) {
			return false;
		}
		/**
		 * Filters whether the section replaces the theme's comments below a post. Where it does not, the theme's form stays, and
		 * guests cannot comment through the REST API.
		 *
		 * @param bool     $uses Default true.
		 * @param \WP_Post $post The post.
		 */
		return (bool) apply_filters( 'article_comments_uses_section', true, $post );
	}

	/** Whether WordPress publishes unchecked what the visitor writes below this post: it respects editors and the author of the post. */
	public static function trusts_visitor( $post ) {
		$user_id = get_current_user_id();
		return current_user_can( 'moderate_comments' ) || ( $user_id > 0 && (int) get_post( $post )->post_author === $user_id );
	}

	/** A time as ISO 8601. */
	public static function utc( $time ) {
		return gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}
}
