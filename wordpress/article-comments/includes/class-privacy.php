<?php
/**
 * WordPress's tools for personal data.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Exports and erases the reports that a person has sent while signed in, notices of illegal content with the address of the person, and
 * decisions on their comments. The reports of guests hold no name and no address. WordPress itself exports and erases the comments.
 */
final class Privacy {

	/** Reports in one step. */
	const PER_PAGE = 100;

	/** Adds the hooks. */
	public static function start() {
		add_filter( 'wp_privacy_personal_data_exporters', array( __CLASS__, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( __CLASS__, 'add_eraser' ) );
		add_action( 'admin_init', array( __CLASS__, 'suggest_policy' ) );
		add_action( 'deleted_user', array( __CLASS__, 'forget_account' ), 10, 3 );
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
		$user_id = $user ? $user->ID : 0;
		$start   = self::PER_PAGE * ( max( 1, (int) $page ) - 1 );
		$reports = $user ? Report_Store::of_account( $user_id, self::PER_PAGE, $start ) : array();
		$notices = Notice_Store::of_person( $email, $user_id, self::PER_PAGE, $start );
		$decided = self::decided( $email, self::PER_PAGE, $start );
		$items   = array();
		foreach ( array_merge( $reports, $notices ) as $report ) {
			$notice  = Notice::of( $report );
			$items[] = self::item(
				'report',
				__( 'Reported comments', 'article-comments' ),
				$report->report_id,
				array(
					__( 'Comment', 'article-comments' )   => get_comment_link( (int) $report->comment_id ),
					__( 'Reason', 'article-comments' )    => Report_Reasons::label( $report->reason ),
					__( 'Text', 'article-comments' )      => esc_html( $report->detail . $notice['explanation'] ),
					__( 'Time', 'article-comments' )      => Discussion::utc( Notice::received_at( $report ) ),
					__( 'Law', 'article-comments' )       => esc_html( $notice['law'] ),
					__( 'Addresses', 'article-comments' ) => esc_html( implode( "\n", $notice['urls'] ) ),
					__( 'Name', 'article-comments' )      => esc_html( $notice['name'] ),
					__( 'Email', 'article-comments' )     => esc_html( $report->email ),
					__( 'Decision', 'article-comments' )  => null === $report->decision ? '' : self::decision_html( json_decode( $report->decision, true ) ),
				)
			);
		}
		foreach ( $decided as $comment ) {
			$items[] = self::item(
				'decision',
				__( 'Decisions on comments', 'article-comments' ),
				$comment->comment_ID,
				array(
					__( 'Comment', 'article-comments' )  => get_comment_link( $comment ),
					__( 'Decision', 'article-comments' ) => self::decision_html( Decision::on( $comment ) ),
				)
			);
		}
		return array(
			'data' => $items,
			'done' => max( count( $reports ), count( $notices ), count( $decided ) ) < self::PER_PAGE,
		);
	}

	/** An exported item, without empty entries. The values are HTML. */
	private static function item( $kind, $label, $id, array $entries ) {
		$data = array();
		foreach ( array_diff( $entries, array( '' ) ) as $name => $value ) {
			$data[] = compact( 'name', 'value' );
		}
		return array(
			'group_id'    => "article-comments-{$kind}s",
			'group_label' => $label,
			'item_id'     => "article-comments-$kind-$id",
			'data'        => $data,
		);
	}

	/** A decision with its reasons. */
	private static function decision_html( array $decision ) {
		$words = Words::current();
		$lines = array( Decision::measure( $decision, $words ) );
		foreach ( Decision::reasons( $decision, $words ) as $label => $text ) {
			$lines[] = "$label: $text";
		}
		return nl2br( esc_html( implode( "\n", $lines ) ) );
	}

	/** Comments of a person on which there are decisions. */
	private static function decided( $email, $limit, $start ) {
		return get_comments(
			Decision::query( array( 'author_email' => $email ) ) + array(
				'number'  => $limit,
				'offset'  => $start,
				'orderby' => 'comment_ID',
				'order'   => 'ASC',
			)
		);
	}

	/**
	 * Erases the text and the sender of the reports of a person, and the decisions on their comments. That a comment was reported, and why, stays
	 * for the editors, and so does what an undecided notice says.
	 */
	public static function erase( $email ) {
		$user    = get_user_by( 'email', $email );
		$user_id = $user ? $user->ID : 0;
		$erased  = $user ? Report_Store::forget_account( $user_id ) : 0;
		$erased += count( Notice_Store::of_person( $email, $user_id, 1, 0 ) );
		$open    = Notice_Store::forget_person( $email, $user_id );
		foreach ( self::decided( $email, 0, 0 ) as $comment ) {
			++$erased;
			delete_comment_meta( (int) $comment->comment_ID, Decision::META );
		}
		return array(
			'items_removed'  => $erased > 0,
			'items_retained' => $open > 0,
			'messages'       => $open > 0 ? array( __( 'The text of notices that are not decided yet is kept without their sender.', 'article-comments' ) ) : array(),
			'done'           => true,
		);
	}

	/** Erases the same of an account that is deleted. */
	public static function forget_account( $user_id, $reassign = null, $user = null ) {
		Report_Store::forget_account( $user_id );
		Notice_Store::forget_person( $user ? $user->user_email : '-', $user_id );
	}

	/** Suggests a text for the site's privacy policy. */
	public static function suggest_policy() {
		$days = number_format_i18n( Settings::report_seconds() / DAY_IN_SECONDS );
		$text = array(
			__( 'When you report a comment, the site stores the reason, your text and the time for the editors. If you are signed in, it stores your account as well.', 'article-comments' ),
			__( 'If you are not signed in, a cookie with a random value recognises your browser, so that you are told when you have reported a comment already. To limit floods of reports, a salted hash of your IP address is stored for a day.', 'article-comments' ),
			/* translators: %s: number of days. */
			sprintf( __( 'Reports are deleted %s days after the editors have dealt with them, and lose their sender after as many days in any case.', 'article-comments' ), $days ),
			/* translators: %1$s and %2$s: numbers of months. */
			sprintf( __( 'When you send a notice of illegal content, the site stores what you enter, also your name and email address, to answer you. The author of the comment does not learn them. They are erased %1$s months after the decision, or %2$s months after receipt if there is none.', 'article-comments' ), number_format_i18n( Settings::notice_months() ), number_format_i18n( Settings::open_months() ) ),
			__( 'If a comment of yours is removed with reasons, these are stored with it and mailed to you.', 'article-comments' ),
			__( 'If you comment as a guest, your browser keeps a proof of authorship for some minutes, with which you can change your comment.', 'article-comments' ),
		);
		wp_add_privacy_policy_content( 'Article Comments', '<p>' . implode( '</p><p>', array_map( 'esc_html', $text ) ) . '</p>' );
	}
}
