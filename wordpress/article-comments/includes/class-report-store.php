<?php
/**
 * The table of reports.
 *
 * @package ArticleComments
 */

// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The reports have a table of their own, which only this class, Notice_Store and Report_Pace read and write. The count, which every page of the dashboard shows, is cached.

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Stores every report. A report is open until an editor settles it. A person has at most one open report of a comment; a report
 * that arrives again with its key is the same one. A notice of illegal content is a report with a token; Notice_Store has the rest.
 */
final class Report_Store {

	/** Version of the table. */
	const SCHEMA        = '2';
	const SCHEMA_OPTION = 'article_comments_schema';
	const CACHE_GROUP   = 'article_comments';

	/** Comments with an open report of the account, by account. Loaded once in a request.
	 *
	 * @var array<int, int[]>
	 */
	private static $reported_by = array();

	/** Adds the hooks, and names the table. */
	public static function start() {
		global $wpdb;
		// WordPress then keeps the name up to date when it switches between the sites of a network.
		$wpdb->tables[]                 = 'article_comments_reports';
		$wpdb->article_comments_reports = $wpdb->prefix . 'article_comments_reports';
		add_action( 'init', array( __CLASS__, 'create_table' ) );
		add_action( 'deleted_comment', array( __CLASS__, 'delete_of_comment' ) );
		add_action( 'transition_comment_status', array( __CLASS__, 'settle_removed' ), 10, 3 );
	}

	/** Creates or updates the table, once for each version. */
	public static function create_table() {
		global $wpdb;
		if ( get_option( self::SCHEMA_OPTION ) === self::SCHEMA ) {
			return;
		}
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		dbDelta(
			"CREATE TABLE {$wpdb->article_comments_reports} (
				report_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
				comment_id bigint(20) unsigned NOT NULL,
				report_key char(36) DEFAULT NULL,
				reporter char(64) DEFAULT NULL,
				user_id bigint(20) unsigned NOT NULL DEFAULT 0,
				address_hash char(64) NOT NULL DEFAULT '',
				reason varchar(64) NOT NULL,
				detail text NOT NULL,
				reported_at datetime NOT NULL,
				is_open tinyint(1) NOT NULL DEFAULT 1,
				settled_at datetime DEFAULT NULL,
				settled_as varchar(20) NOT NULL DEFAULT '',
				token char(43) DEFAULT NULL,
				email varchar(254) NOT NULL DEFAULT '',
				notice longtext DEFAULT NULL,
				decision longtext DEFAULT NULL,
				PRIMARY KEY  (report_id),
				UNIQUE KEY comment_key (comment_id,report_key),
				UNIQUE KEY comment_reporter (comment_id,reporter),
				UNIQUE KEY token (token),
				KEY email (email(100)),
				KEY user_time (user_id,reported_at),
				KEY address_time (address_hash,reported_at),
				KEY open_comment (is_open,comment_id),
				KEY settled_at (settled_at)
			) {$wpdb->get_charset_collate()};"
		);
		if ( '' === $wpdb->last_error ) {
			update_option( self::SCHEMA_OPTION, self::SCHEMA, true );
		}
	}

	/**
	 * Stores a report. `$notice`: the token, the email address and the text of a notice of illegal content. A person can send several.
	 *
	 * @return object|null The report. Null if the same report, or another open one of the same person, is there already, and if
	 *                     the database refuses it.
	 */
	public static function add( $comment_id, Reporter $reporter, $key, $reason, $detail, array $notice = array( '', '', '' ) ) {
		global $wpdb;
		$stored = $wpdb->query(
			$wpdb->prepare(
				"INSERT IGNORE INTO {$wpdb->article_comments_reports} (comment_id, report_key, reporter, user_id, address_hash, reason, detail, reported_at, token, email, notice)
				VALUES (%d, NULLIF(%s, ''), NULLIF(%s, ''), %d, %s, %s, %s, %s, NULLIF(%s, ''), %s, NULLIF(%s, ''))",
				$comment_id,
				$key,
				'' === $notice[0] ? $reporter->pseudonym : '',
				$reporter->user_id,
				$reporter->address_hash,
				$reason,
				$detail,
				current_time( 'mysql', true ),
				...$notice
			)
		);
		$id     = (int) $wpdb->insert_id;
		self::forget_counts();
		return 1 === $stored ? $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE report_id = %d", $id ) ) : null;
	}

	/** The report of a comment with this key, or null. */
	public static function with_key( $comment_id, $key ) {
		global $wpdb;
		return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE comment_id = %d AND report_key = %s", $comment_id, $key ) );
	}

	/** The open report of a comment by this person, or null. */
	public static function open_by( $comment_id, Reporter $reporter ) {
		global $wpdb;
		return $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE comment_id = %d AND reporter = %s", $comment_id, $reporter->pseudonym ) );
	}

	/** Whether an account has an open report of a comment. */
	public static function is_reported_by_account( $comment_id, $user_id ) {
		global $wpdb;
		if ( ! isset( self::$reported_by[ $user_id ] ) ) {
			$ids = $wpdb->get_col( $wpdb->prepare( "SELECT comment_id FROM {$wpdb->article_comments_reports} WHERE user_id = %d AND is_open = 1", $user_id ) );

			self::$reported_by[ $user_id ] = array_map( 'intval', $ids );
		}
		return in_array( $comment_id, self::$reported_by[ $user_id ], true );
	}

	/** The reports of a comment, the newest first. */
	public static function of_comment( $comment_id, $is_open, $limit ) {
		global $wpdb;
		return $wpdb->get_results(
			$wpdb->prepare(
				"SELECT * FROM {$wpdb->article_comments_reports} WHERE comment_id = %d AND is_open = %d AND token IS NULL ORDER BY report_id DESC LIMIT %d",
				$comment_id,
				$is_open ? 1 : 0,
				$limit
			)
		);
	}

	/** Ids and numbers of reports of the comments with open or with settled reports, the last reported first. */
	public static function comments( $is_open, $limit, $offset ) {
		global $wpdb;
		return $wpdb->get_results(
			$wpdb->prepare(
				"SELECT comment_id, COUNT(*) AS reports FROM {$wpdb->article_comments_reports} WHERE is_open = %d AND token IS NULL GROUP BY comment_id ORDER BY MAX(report_id) DESC LIMIT %d OFFSET %d",
				$is_open ? 1 : 0,
				$limit,
				$offset
			)
		);
	}

	/** Number of comments with open or with settled reports. */
	public static function count_comments( $is_open ) {
		global $wpdb;
		$key   = $is_open ? 'open' : 'settled';
		$count = wp_cache_get( $key, self::CACHE_GROUP );
		if ( false === $count ) {
			$count = (int) $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(DISTINCT comment_id) FROM {$wpdb->article_comments_reports} WHERE is_open = %d AND token IS NULL", $is_open ? 1 : 0 ) );
			wp_cache_set( $key, $count, self::CACHE_GROUP, HOUR_IN_SECONDS );
		}
		return (int) $count;
	}

	/** Settles the open reports of a comment. Their senders are then free to report it again. */
	public static function settle( $comment_id, $outcome ) {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"UPDATE {$wpdb->article_comments_reports} SET is_open = 0, settled_at = %s, settled_as = %s, reporter = NULL WHERE comment_id = %d AND is_open = 1 AND token IS NULL",
				current_time( 'mysql', true ),
				$outcome,
				$comment_id
			)
		);
		self::forget_counts();
	}

	/** Settles the reports of a comment that goes to the trash or the spam folder, by whomever. */
	public static function settle_removed( $new_status, $old_status, $comment ) {
		if ( in_array( $new_status, array( 'trash', 'spam' ), true ) && $new_status !== $old_status ) {
			self::settle( (int) $comment->comment_ID, $new_status );
		}
	}

	/** Deletes the reports of a comment that no longer exists. Notices are still to be answered. */
	public static function delete_of_comment( $comment_id ) {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->article_comments_reports} WHERE comment_id = %d AND token IS NULL", $comment_id ) );
		self::forget_counts();
	}

	/** The reports that an account has sent, without notices, the oldest first. */
	public static function of_account( $user_id, $limit, $offset ) {
		global $wpdb;
		return $wpdb->get_results( $wpdb->prepare( "SELECT * FROM {$wpdb->article_comments_reports} WHERE user_id = %d AND token IS NULL ORDER BY report_id LIMIT %d OFFSET %d", $user_id, $limit, $offset ) );
	}

	/** Erases the sender and the text of the reports of an account. Returns their number. */
	public static function forget_account( $user_id ) {
		global $wpdb;
		self::$reported_by = array();
		return (int) $wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->article_comments_reports} SET user_id = 0, reporter = NULL, report_key = NULL, detail = '' WHERE user_id = %d AND token IS NULL", $user_id ) );
	}

	/** Forgets the cached numbers. */
	public static function forget_counts() {
		wp_cache_delete( 'open', self::CACHE_GROUP );
		wp_cache_delete( 'settled', self::CACHE_GROUP );
		wp_cache_delete( Notice_Store::CACHE_KEY, self::CACHE_GROUP );
		self::$reported_by = array();
	}
}
