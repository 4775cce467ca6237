<?php
/**
 * A lock that serialises requests.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * The one lock of a request, held until `release` or the end of the request. Databases without named locks report an error,
 * which is ignored.
 */
final class Lock {

	/** Seconds that a request waits for a lock. */
	const LONGEST_WAIT = 5;

	/** Name of the lock that this request holds, or null.
	 *
	 * @var string|null
	 */
	private static $name = null;

	/** Waits for the lock. */
	public static function acquire( $name ) {
		global $wpdb;
		$quiet = $wpdb->suppress_errors();
		// Lock names are shared by all sites on the database server, and limited to 64 characters.
		self::$name = wp_hash( "article-comments lock $wpdb->prefix $name", 'nonce' );
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- WordPress has no function for named locks, and a lock cannot be cached.
		$wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, %d)', self::$name, self::LONGEST_WAIT ) );
		$wpdb->suppress_errors( $quiet );
	}

	/** Releases the lock, if this request holds one. */
	public static function release() {
		global $wpdb;
		if ( null === self::$name ) {
			return;
		}
		$quiet = $wpdb->suppress_errors();
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- As above.
		$wpdb->get_var( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', self::$name ) );
		$wpdb->suppress_errors( $quiet );
		self::$name = null;
	}
}
