<?php
/**
 * Pages of comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * The pages of a discussion, which readers without JavaScript turn over. They are WordPress's own where the site breaks comments into
 * pages, so that the addresses of comments lead to them.
 */
final class Comment_Pages {

	/** The page in an address, where WordPress has no pages of its own. */
	const PARAMETER = 'comments-page';

	/** Top-level comments on a page: as many as the script asks for. */
	const SIZE = 25;

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'query_vars', array( __CLASS__, 'allow_parameter' ) );
	}

	/** Lets WordPress read the parameter. */
	public static function allow_parameter( $names ) {
		$names[] = self::PARAMETER;
		return $names;
	}

	/** Top-level comments on a page. */
	public static function size() {
		$size = self::are_wordpress() ? (int) get_option( 'comments_per_page' ) : self::SIZE;
		return $size > 0 ? min( $size, Comment_List::MAX_SIZE ) : self::SIZE;
	}

	/** The page that is asked for; 1 is the first. */
	public static function current() {
		global $wp;
		// The request's own: when WordPress loads a template of comments, it makes the last page the current one on some sites.
		$page = $wp->query_vars[ self::are_wordpress() ? 'cpage' : self::PARAMETER ] ?? 1;
		return max( 1, (int) $page );
	}

	/** The address of a page. */
	public static function url( $page ) {
		return self::are_wordpress()
			? get_comments_pagenum_link( $page )
			: add_query_arg( self::PARAMETER, $page, get_permalink() ) . '#comments';
	}

	/** Whether the site breaks comments into pages. */
	private static function are_wordpress() {
		return (bool) get_option( 'page_comments' );
	}
}
