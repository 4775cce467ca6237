<?php
/**
 * The list of notices in the dashboard.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Prints notices of illegal content with their words: open ones, the oldest first, or decided ones, the last first. */
final class Notice_List {

	/** Notices shown. The next ones follow as these are decided. */
	const SHOWN = 20;

	/** Prints the list. */
	public static function render( $is_open ) {
		$rows = Notice_Store::some( $is_open, self::SHOWN );
		echo '<div class="clear"></div>';
		if ( ! $rows ) {
			printf( '<p>%s</p>', esc_html__( 'No notices.', 'article-comments' ) );
		}
		foreach ( $rows as $row ) {
			echo '<div class="card" style="max-width: 50em; overflow-wrap: anywhere">';
			self::render_notice( $row );
			if ( $is_open ) {
				printf(
					'<p><a class="button button-primary" href="%s">%s<span class="screen-reader-text"> (%s)</span></a></p>',
					esc_url( Decision_Screen::url( array( 'notice' => $row->report_id ) ) ),
					esc_html__( 'Decide…', 'article-comments' ),
					esc_html( Notice::reference( $row ) )
				);
			}
			echo '</div>';
		}
	}

	/** Prints a notice, its comment and, if there is one, the decision. */
	public static function render_notice( $row ) {
		$notice   = Notice::of( $row );
		$decision = json_decode( (string) $row->decision, true );
		printf( '<h2>%s</h2><dl>', esc_html( Report_Reasons::label( $row->reason ) . ' · ' . Notice::reference( $row ) ) );
		self::entries(
			array(
				__( 'Received', 'article-comments' )    => Decision::time( Notice::received_at( $row ) ),
				__( 'Explanation', 'article-comments' ) => $notice['explanation'],
				__( 'Law', 'article-comments' )         => $notice['law'],
				__( 'Addresses', 'article-comments' )   => implode( "\n", $notice['urls'] ),
				__( 'Sender', 'article-comments' )      => trim( $notice['name'] . ' ' . ( '' === $row->email ? '' : "<$row->email>" ) ),
			) + self::comment( get_comment( $row->comment_id ) )
		);
		if ( $row->is_open ) {
			echo '</dl>';
			return;
		}
		$words   = Words::current();
		$outcome = __( 'None: the notice expired.', 'article-comments' );
		if ( $decision || '' !== $row->settled_as ) {
			$outcome = $decision ? Decision::measure( $decision, $words ) : $words->say( $row->settled_as );
		}
		self::entries(
			array( __( 'Decision', 'article-comments' ) => $outcome ) + ( $decision ? Decision::reasons( $decision, $words ) : array() )
		);
		echo '</dl>';
	}

	/** What a comment says, for a list of entries. */
	public static function comment( $comment ) {
		return array(
			__( 'Comment', 'article-comments' ) => $comment
				? get_comment_author( $comment ) . ': ' . wp_html_excerpt( $comment->comment_content, 2000, '…' )
				: __( 'The comment has been deleted.', 'article-comments' ),
		);
	}

	/** Prints texts with their labels. */
	public static function entries( array $entries ) {
		foreach ( array_diff( $entries, array( '' ) ) as $label => $text ) {
			printf( '<dt><strong>%s</strong></dt><dd dir="auto" style="margin-inline-start: 0; white-space: pre-line">%s</dd>', esc_html( $label ), esc_html( $text ) );
		}
	}
}
