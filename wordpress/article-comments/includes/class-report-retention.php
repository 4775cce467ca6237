<?php
/**
 * How long reports are kept.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Deletes what is no longer needed of the reports, once a day. */
final class Report_Retention {

	/** Name of the event. */
	const EVENT = 'article_comments_forget_reports';

	/** Adds the hooks. */
	public static function start() {
		add_action( 'init', array( __CLASS__, 'schedule' ) );
		add_action( self::EVENT, array( __CLASS__, 'forget' ) );
		register_deactivation_hook( PLUGIN_FILE, array( __CLASS__, 'unschedule' ) );
	}

	/** Schedules the event. */
	public static function schedule() {
		if ( ! wp_next_scheduled( self::EVENT ) ) {
			wp_schedule_event( time() + HOUR_IN_SECONDS, 'daily', self::EVENT );
		}
	}

	/** Stops the event while the plugin is not active. */
	public static function unschedule() {
		wp_clear_scheduled_hook( self::EVENT );
	}

	/**
	 * Removes the hashes of addresses after a day, since only the pace needs them. After the times of the settings, deletes settled
	 * reports, removes the senders and later the texts of open ones, and erases notices.
	 */
	public static function forget() {
		global $wpdb;
		$yesterday = gmdate( 'Y-m-d H:i:s', time() - DAY_IN_SECONDS );
		$long_ago  = gmdate( 'Y-m-d H:i:s', time() - Settings::report_seconds() );
		// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The reports have a table of their own. The cached counts are deleted below.
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->article_comments_reports} SET address_hash = '' WHERE address_hash <> '' AND reported_at < %s", $yesterday ) );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->article_comments_reports} SET reporter = NULL, report_key = NULL, user_id = 0 WHERE token IS NULL AND reported_at < %s", $long_ago ) );
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->article_comments_reports} WHERE token IS NULL AND settled_at < %s", $long_ago ) );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->article_comments_reports} SET detail = '' WHERE reported_at <= %s - INTERVAL %d MONTH", current_time( 'mysql', true ), Settings::open_months() ) );
		// phpcs:enable
		Notice_Store::forget_old();
		Report_Store::forget_counts();
	}
}
