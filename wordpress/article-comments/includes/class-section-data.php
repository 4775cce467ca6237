<?php
/**
 * The data that the script takes over.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The JSON beside the printed comments: what the script goes on from, and what its adapter has to know about the visitor. */
final class Section_Data {

	/** What stands in the element. `$page`: the first page of comments, or null if another one is printed, or not all that the reader may see. */
	public static function of( $post, array $about, $page, $rendered_at ) {
		$data = self::for_adapter( $post, $about['features'] );
		return $page ? $data + self::served( $post, $about, $page, $rendered_at ) : $data;
	}

	/** What the adapter has to know. */
	private static function for_adapter( $post, $features ) {
		$data = array(
			'loginUrl'  => wp_login_url( get_permalink( $post ) . '#comments' ),
			'companion' => $features,
		);
		if ( is_user_logged_in() ) {
			$data['nonce']     = wp_create_nonce( 'wp_rest' );
			$data['adminAjax'] = admin_url( 'admin-ajax.php' );
		}
		return $data;
	}

	/** What was printed, in the terms of the script. */
	private static function served( $post, $about, $page, $rendered_at ) {
		return array(
			'version'    => 1,
			'discussion' => (string) $post->ID,
			'sort'       => 'oldest',
			'info'       => array_diff_key( $about, array_flip( array( 'features', 'now' ) ) ),
			'page'       => $page,
			'renderedAt' => Discussion::utc( $rendered_at ),
			'timeStyle'  => 'absolute',
			'timeZone'   => Formats::time_zone(),
		);
	}
}
