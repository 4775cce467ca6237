<?php
/**
 * Notices in the table of reports.
 *
 * @package ArticleComments
 */

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The reports have a table of their own. The count, which every page of the dashboard shows, is cached.

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Notices of illegal content. A notice is open until it is decided. It outlives its comment, because its sender is to be answered. */
final class Notice_Store {

	const CACHE_KEY = 'notices';

	/** Lets the words and the sender of a notice go, but neither its times nor the measure. */
	const FORGET = "user_id = 0, report_key = NULL, address_hash = '', email = '', notice = NULL, decision = NULL";

	/** The notice with this number, or null. */
	public static function with_id( $id ) {
		global $wpdb;
		return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE report_id = %d AND token IS NOT NULL", $id ) );
	}

	/** The notice with this token, or null. */
	public static function with_token( $token ) {
		global $wpdb;
		return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE token = %s", $token ) );
	}

	/** Open notices, the oldest first; or decided ones, the last first. */
	public static function some( $is_open, $limit ) {
		global $wpdb;
		return $is_open
			? $wpdb->get_results( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE token IS NOT NULL AND is_open = 1 ORDER BY report_id LIMIT %d", $limit ) )
			: $wpdb->get_results( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE token IS NOT NULL AND is_open = 0 ORDER BY settled_at DESC, report_id DESC LIMIT %d", $limit ) );
	}

	/** Number of open notices. */
	public static function count_open() {
		global $wpdb;
		$count = wp_cache_get( self::CACHE_KEY, Report_Store::CACHE_GROUP );
		if ( false === $count ) {
			$count = (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->article_comments_reports} WHERE token IS NOT NULL AND is_open = 1" );
			wp_cache_set( self::CACHE_KEY, $count, Report_Store::CACHE_GROUP, HOUR_IN_SECONDS );
		}
		return (int) $count;
	}

	/** Stores a decision. False if another editor has decided. */
	public static function decide( $id, array $decision ) {
		global $wpdb;
		$decided = $wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->article_comments_reports} SET is_open = 0, settled_at = %s, settled_as = %s, decision = %s WHERE report_id = %d AND is_open = 1",
				current_time( 'mysql', true ),
				$decision['measure'],
				wp_json_encode( $decision ),
				$id
			)
		);
		Report_Store::forget_counts();
		return 1 === $decided;
	}

	/** The notices of a person, the oldest first. */
	public static function of_person( $email, $user_id, $limit, $offset ) {
		global $wpdb;
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE token IS NOT NULL AND ( email = %s OR user_id = NULLIF(%d, 0) ) ORDER BY report_id LIMIT %d OFFSET %d", $email, $user_id, $limit, $offset ) );
	}

	/**
	 * Erases the notices of a person. Undecided ones only lose their sender: what they say about the comment is still to be decided.
	 * Returns the number of each.
	 */
	public static function forget_person( $email, $user_id ) {
		global $wpdb;
		$open = 0;
		foreach ( self::of_person( $email, $user_id, PHP_INT_MAX, 0 ) as $row ) {
			if ( ! $row->is_open ) {
				// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- A constant.
				$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->article_comments_reports} SET " . self::FORGET . ' WHERE report_id = %d', $row->report_id ) );
				continue;
			}
			++$open;
			$notice         = Notice::of( $row );
			$notice['name'] = '';
			$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->article_comments_reports} SET user_id = 0, report_key = NULL, address_hash = '', email = '', notice = %s WHERE report_id = %d", wp_json_encode( $notice ), $row->report_id ) );
		}
		return $open;
	}

	/** Erases notices so many calendar months after their decision, or after their receipt if there is none. */
	public static function forget_old() {
		global $wpdb;
		$now = current_time( 'mysql', true );
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- A constant.
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->article_comments_reports} SET " . self::FORGET . ', is_open = 0 WHERE notice IS NOT NULL AND ( settled_at <= %s - INTERVAL %d MONTH OR ( settled_at IS NULL AND reported_at <= %s - INTERVAL %d MONTH ) )', $now, Settings::notice_months(), $now, Settings::open_months() ) );
	}
}
