<?php
/**
 * How many reports a visitor can send.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The pace of reports. Many people can share an address, so guests behind one have a higher limit together. */
final class Report_Pace {

	/** Maximum reports of an account in an hour. */
	const PER_ACCOUNT = 20;

	/** Maximum reports of the guests behind one address in an hour. */
	const PER_ADDRESS = 60;

	/** Seconds until the reporter can send another report; 0: at once. */
	public static function wait( Reporter $reporter ) {
		/**
		 * Filters the maximum number of reports in an hour.
		 *
		 * @param int  $limit      The maximum.
		 * @param bool $is_account True for one account, false for all guests behind one address.
		 */
		$limit = (int) apply_filters( 'article_comments_reports_per_hour', $reporter->user_id ? self::PER_ACCOUNT : self::PER_ADDRESS, (bool) $reporter->user_id );
		// Once the report that is now the limit-th last is an hour old, there is room for the next.
		$reported_at = self::reported_at( $reporter, max( 1, $limit ) - 1 );
		return null === $reported_at ? 0 : max( 1, strtotime( "$reported_at +0000" ) + HOUR_IN_SECONDS - time() );
	}

	/** When the reporter sent a report of the last hour, counted from the newest; null if there are fewer. */
	private static function reported_at( Reporter $reporter, $place ) {
		global $wpdb;
		$since = gmdate( 'Y-m-d H:i:s', time() - HOUR_IN_SECONDS );
		// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The reports have a table of their own. A cached count would let a flood pass.
		if ( $reporter->user_id ) {
			return $wpdb->get_var( $wpdb->prepare( "SELECT reported_at FROM {$wpdb->article_comments_reports} WHERE user_id = %d AND reported_at > %s ORDER BY reported_at DESC LIMIT 1 OFFSET %d", $reporter->user_id, $since, $place ) );
		}
		return $wpdb->get_var( $wpdb->prepare( "SELECT reported_at FROM {$wpdb->article_comments_reports} WHERE address_hash = %s AND reported_at > %s ORDER BY reported_at DESC LIMIT 1 OFFSET %d", $reporter->address_hash, $since, $place ) );
		// phpcs:enable
	}
}
