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
			function () use ( $row ) {
				return array(
					/* translators: %s: date and time. */
					sprintf( __( 'We received your notice on %s.', 'article-comments' ), Decision::time( Notice::received_at( $row ) ) ),
					__( 'You will find our decision on this page once it is made.', 'article-comments' ),
				);
			}
		);
	}

	/** Tells the sender of a notice what was decided. */
	public static function of_decision( $row, array $decision ) {
		self::to_sender(
			$row,
			function () use ( $decision ) {
				return array( Decision::measure( $decision ), self::reasons( $decision ) );
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
			function () use ( $comment, $decision ) {
				return array(
					__( 'A decision on your comment', 'article-comments' ),
					array(
						/* translators: %s: title of an article. */
						sprintf( __( 'This is about your comment on “%s”:', 'article-comments' ), html_entity_decode( get_the_title( $comment->comment_post_ID ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ),
						wp_html_excerpt( $comment->comment_content, 300, '…' ),
						Decision::measure( $decision ),
						self::reasons( $decision ),
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
			function () use ( $row, $paragraphs ) {
				return array(
					/* translators: %s: a reference number. */
					sprintf( __( 'Your notice (%s)', 'article-comments' ), Notice::reference( $row ) ),
					array_merge( $paragraphs(), array( Notice_Page::url( $row ) ) ),
				);
			}
		);
	}

	/** The reasons, one below the other. */
	private static function reasons( array $decision ) {
		$lines = array();
		foreach ( Decision::reasons( $decision ) as $label => $text ) {
			$lines[] = "$label: $text";
		}
		return implode( "\n", $lines );
	}

	/** Sends a mail in the recipient's language. `$content` returns the subject and the paragraphs. */
	private static function send( $email, $locale, callable $content ) {
		if ( ! is_email( $email ) ) {
			return;
		}
		$is_switched            = switch_to_locale( $locale );
		list( $subject, $text ) = $content();
		if ( $is_switched ) {
			restore_previous_locale();
		}
		$site = wp_specialchars_decode( get_option( 'blogname' ), ENT_QUOTES );
		wp_mail( $email, "[$site] $subject", implode( "\n\n", $text ) );
	}
}
