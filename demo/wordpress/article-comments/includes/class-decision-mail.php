<?php
/**
 * Mails about notices and decisions.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** What the sender of a notice and the author of a comment are told by mail (EU Digital Services Act, Articles 16 and 17). */
final class Decision_Mail {

	/** Confirms the receipt of a notice to its sender. */
	public static function of_receipt( $row ) {
		self::to_sender(
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
	public static function of_decision( $row, array $decision ) {
		self::to_sender(
			$row,
			function ( Words $words ) use ( $decision ) {
				return array( Decision::measure( $decision, $words ), self::reasons( $decision, $words ) );
			}
		);
	}

	/** Gives the author of a comment the statement of reasons. Nothing in it tells who sent a notice. */
	public static function to_author( $comment, array $decision ) {
		$user  = $comment->user_id ? get_userdata( $comment->user_id ) : false;
		$email = $user ? $user->user_email : $comment->comment_author_email;
		self::send(
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
		self::send(
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

	/** Sends a mail in the recipient's language. `$content` returns the subject and the paragraphs in the given words. */
	private static function send( $email, $locale, callable $content ) {
		if ( ! is_email( $email ) ) {
			return;
		}
		$is_switched            = switch_to_locale( $locale );
		list( $subject, $text ) = $content( Words::current() );
		if ( $is_switched ) {
			restore_previous_locale();
		}
		$site = wp_specialchars_decode( get_option( 'blogname' ), ENT_QUOTES );
		wp_mail( $email, "[$site] $subject", implode( "\n\n", $text ) );
	}
}
