<?php
/**
 * Mails about notices and decisions.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * What the sender of a notice and the author of a comment are told by mail (EU Digital Services Act, Articles 16 and 17). A mail that
 * WordPress could not send is tried again for four days, by WordPress's cron.
 */
final class Decision_Mail {

	/** Name of the event of another attempt. Its arguments have no address and no text: what is erased until then is not sent. */
	const EVENT = 'article_comments_send_mail';

	/** Minutes from each failed attempt to the next. */
	const DELAYS = array( 1, 5, 30, 120, 360, 1440, 2880 );

	/** Adds the hooks. */
	public static function start() {
		add_action( self::EVENT, array( __CLASS__, 'deliver' ), 10, 3 );
	}

	/** Confirms the receipt of a notice to its sender. */
	public static function of_receipt( $row ) {
		self::deliver( 'receipt', (int) $row->report_id );
	}

	/** Tells the sender of a notice what was decided. */
	public static function of_decision( $row ) {
		self::deliver( 'decision', (int) $row->report_id );
	}

	/** Gives the author of a comment the statement of reasons. */
	public static function to_author( $comment ) {
		self::deliver( 'statement', (int) $comment->comment_ID );
	}

	/** Sends a mail about the notice or the comment with this id, and schedules the next attempt if that fails. */
	public static function deliver( $kind, $id, $failures = 0 ) {
		if ( self::attempt( $kind, $id ) ) {
			return;
		}
		$delay = self::DELAYS[ $failures ] ?? null;
		if ( null !== $delay ) {
			wp_schedule_single_event( time() + $delay * MINUTE_IN_SECONDS, self::EVENT, array( $kind, $id, $failures + 1 ) );
			return;
		}
		// phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- For the administrator. It names no address.
		error_log( sprintf( 'Article Comments: the mail "%s" of %d could not be sent in %d attempts. It is given up.', $kind, $id, $failures + 1 ) );
	}

	/** Returns whether nothing is left to do: the mail was sent, or there is none to send. */
	private static function attempt( $kind, $id ) {
		if ( 'statement' === $kind ) {
			$comment  = get_comment( $id );
			$decision = Decision::on( $comment );
			return ! $decision || self::statement( $comment, $decision );
		}
		$row = Notice_Store::with_id( $id );
		if ( ! $row ) {
			return true;
		}
		if ( 'receipt' === $kind ) {
			return self::receipt( $row );
		}
		$decision = json_decode( (string) $row->decision, true );
		return ! $decision || self::decision( $row, $decision );
	}

	/** Confirms the receipt of a notice to its sender. */
	private static function receipt( $row ) {
		return self::to_sender(
			$row,
			function ( Words $words ) use ( $row ) {
				return array(
					$words->say( 'noticeSent', $words->formats()->time( Notice::received_at( $row ) ) ),
					$words->say( 'noticeStatus' ),
				);
			}
		);
	}

	/** Tells the sender of a notice what was decided. */
	private static function decision( $row, array $decision ) {
		return self::to_sender(
			$row,
			function ( Words $words ) use ( $decision ) {
				return array( Decision::measure( $decision, $words ), self::reasons( $decision, $words ) );
			}
		);
	}

	/** Gives the author of a comment the statement of reasons. Nothing in it tells who sent a notice. */
	private static function statement( $comment, array $decision ) {
		$user  = $comment->user_id ? get_userdata( $comment->user_id ) : false;
		$email = $user ? $user->user_email : $comment->comment_author_email;
		return self::send(
			$email,
			$user ? get_user_locale( $user ) : get_locale(),
			function ( Words $words ) use ( $comment, $decision ) {
				return array(
					$words->say( 'statement' ),
					array(
						html_entity_decode( get_the_title( $comment->comment_post_ID ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
						wp_html_excerpt( $comment->comment_content, 300, '…' ),
						Decision::measure( $decision, $words ),
						self::reasons( $decision, $words ),
						get_permalink( $comment->comment_post_ID ),
					),
				);
			}
		);
	}

	/** Sends paragraphs to the sender of a notice, with the address of the page about it. */
	private static function to_sender( $row, callable $paragraphs ) {
		return self::send(
			$row->email,
			get_locale(),
			function ( Words $words ) use ( $row, $paragraphs ) {
				return array(
					$words->say( 'notice' ) . ' (' . Notice::reference( $row ) . ')',
					array_merge( $paragraphs( $words ), array( Notice_Page::url( $row ) ) ),
				);
			}
		);
	}

	/** The reasons, one below the other. */
	private static function reasons( array $decision, Words $words ) {
		$lines = array();
		foreach ( Decision::reasons( $decision, $words ) as $label => $text ) {
			$lines[] = "$label: $text";
		}
		return implode( "\n", $lines );
	}

	/**
	 * Sends a mail in the recipient's language. `$content` returns the subject and the paragraphs in the given words. Returns whether nothing
	 * is left to do.
	 */
	private static function send( $email, $locale, callable $content ) {
		if ( ! is_email( $email ) ) {
			return true;
		}
		$is_switched            = switch_to_locale( $locale );
		list( $subject, $text ) = $content( Words::current() );
		if ( $is_switched ) {
			restore_previous_locale();
		}
		$site = wp_specialchars_decode( get_option( 'blogname' ), ENT_QUOTES );
		// Replacements of the function may return nothing.
		return false !== wp_mail( $email, "[$site] $subject", implode( "\n\n", $text ) );
	}
}
