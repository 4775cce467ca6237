<?php
/**
 * WordPress's tools for personal data.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Exports and erases the reports that a person has sent while signed in. The reports of guests hold no name and no address, so
 * nobody can be found in them. WordPress itself exports and erases the comments.
 */
final class Privacy {

	/** Reports in one step. */
	const PER_PAGE = 100;

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'wp_privacy_personal_data_exporters', array( __CLASS__, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( __CLASS__, 'add_eraser' ) );
		add_action( 'admin_init', array( __CLASS__, 'suggest_policy' ) );
		add_action( 'deleted_user', array( __CLASS__, 'forget_account' ) );
	}

	/** Adds the exporter. */
	public static function add_exporter( $exporters ) {
		$exporters['article-comments'] = array(
			'exporter_friendly_name' => __( 'Reported comments', 'article-comments' ),
			'callback'               => array( __CLASS__, 'export' ),
		);
		return $exporters;
	}

	/** Adds the eraser. */
	public static function add_eraser( $erasers ) {
		$erasers['article-comments'] = array(
			'eraser_friendly_name' => __( 'Reported comments', 'article-comments' ),
			'callback'             => array( __CLASS__, 'erase' ),
		);
		return $erasers;
	}

	/** Exports a page of the reports of a person. */
	public static function export( $email, $page = 1 ) {
		$user    = get_user_by( 'email', $email );
		$reports = $user ? Report_Store::of_account( $user->ID, self::PER_PAGE, self::PER_PAGE * ( max( 1, (int) $page ) - 1 ) ) : array();
		$items   = array();
		foreach ( $reports as $report ) {
			$items[] = array(
				'group_id'    => 'article-comments-reports',
				'group_label' => __( 'Reported comments', 'article-comments' ),
				'item_id'     => "article-comments-report-$report->report_id",
				'data'        => array(
					array(
						'name'  => __( 'Comment', 'article-comments' ),
						'value' => get_comment_link( (int) $report->comment_id ),
					),
					array(
						'name'  => __( 'Reason', 'article-comments' ),
						'value' => Report_Reasons::label( $report->reason ),
					),
					array(
						'name'  => __( 'Text', 'article-comments' ),
						'value' => esc_html( $report->detail ),
					),
					array(
						'name'  => __( 'Time', 'article-comments' ),
						'value' => Discussion::utc( strtotime( "$report->reported_at +0000" ) ),
					),
				),
			);
		}
		return array(
			'data' => $items,
			'done' => count( $reports ) < self::PER_PAGE,
		);
	}

	/** Erases the text and the sender of the reports of a person. That a comment was reported, and why, stays for the editors. */
	public static function erase( $email ) {
		$user   = get_user_by( 'email', $email );
		$erased = $user ? Report_Store::forget_account( $user->ID ) : 0;
		return array(
			'items_removed'  => $erased > 0,
			'items_retained' => false,
			'messages'       => array(),
			'done'           => true,
		);
	}

	/** Erases the same of an account that is deleted. */
	public static function forget_account( $user_id ) {
		Report_Store::forget_account( $user_id );
	}

	/** Suggests a text for the site's privacy policy. */
	public static function suggest_policy() {
		$days = number_format_i18n( Settings::report_seconds() / DAY_IN_SECONDS );
		$text = array(
			__( 'When you report a comment, the site stores the reason, your text and the time for the editors. If you are signed in, it stores your account as well.', 'article-comments' ),
			__( 'If you are not signed in, a cookie with a random value recognises your browser, so that you are told when you have reported a comment already. To limit floods of reports, a salted hash of your IP address is stored for a day.', 'article-comments' ),
			/* translators: %s: number of days. */
			sprintf( __( 'Reports are deleted %s days after the editors have dealt with them, and lose their sender after as many days in any case.', 'article-comments' ), $days ),
			__( 'If you comment as a guest, your browser keeps a proof of authorship for some minutes, with which you can change your comment.', 'article-comments' ),
		);
		wp_add_privacy_policy_content( 'Article Comments', '<p>' . implode( '</p><p>', array_map( 'esc_html', $text ) ) . '</p>' );
	}
}
