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

	/** A time as ISO 8601. */
	public static function utc( $time ) {
		return gmdate( 'Y-m-d\TH:i:s\Z', $time );
	}
}
