<?php
/**
 * The page for the sender of a notice.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Tells what became of a notice. Its address is enough to read it: many senders have no account. It says nothing about the author
 * of the comment, and nothing that the sender wrote.
 */
final class Notice_Page {

	/** Name in the query. */
	const QUERY = 'article-comments-notice';

	const STYLE = 'body{margin:0;background:#fff;color:#1d2327;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}main{max-width:40rem;margin:auto;padding:1.5rem 1rem 4rem}h1{line-height:1.2;margin:0 0 1rem}p,dd{overflow-wrap:anywhere;white-space:pre-line}.outcome{padding:.75rem 1rem;background:#f0f0f1;border-inline-start:4px solid #2271b1;font-weight:600}dt{color:#50575e;font-size:.875rem}dd{margin:0 0 .75rem}@media(prefers-color-scheme:dark){body{background:#1d2327;color:#f0f0f1}.outcome{background:#2c3338;border-color:#72aee6}dt{color:#c3c4c7}a{color:#72aee6}}';

	/** Adds the hooks. */
	public static function start() {
		add_action( 'parse_request', array( __CLASS__, 'answer' ) );
	}

	/** The address of the page about a notice. */
	public static function url( $row ) {
		return add_query_arg( self::QUERY, $row->token, home_url( '/' ) );
	}

	/** Answers a request for such a page. */
	public static function answer() {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended -- Shows a page; nothing is changed.
		$token = sanitize_text_field( wp_unslash( $_GET[ self::QUERY ] ?? '' ) );
		if ( '' === $token ) {
			return;
		}
		$row = Notice_Store::with_token( $token );
		status_header( $row ? 200 : 404 );
		nocache_headers();
		header( 'Content-Type: text/html; charset=UTF-8' );
		// The address must not reach the page on which a decision is contested.
		header( 'Referrer-Policy: no-referrer' );
		header( 'X-Robots-Tag: noindex, nofollow' );
		// phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- The form of a hash in this header.
		header( "Content-Security-Policy: default-src 'none'; style-src 'sha256-" . base64_encode( hash( 'sha256', self::STYLE, true ) ) . "'; frame-ancestors 'none'; base-uri 'none'" );
		self::render( $row );
		exit;
	}

	/** Prints the page. */
	private static function render( $row ) {
		$words = Words::current();
		$title = $words->say( $row ? 'notice' : 'noticeNotFound' );
		printf(
			'<!doctype html><html lang="%s" dir="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>%s</title><style>%s</style></head><body><main><h1>%s</h1>',
			esc_attr( $words->say( 'lang' ) ),
			esc_attr( $words->say( 'dir' ) ),
			esc_html( $title ),
			self::STYLE, // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- A constant.
			esc_html( $title )
		);
		if ( $row ) {
			self::render_notice( $row, $words );
		}
		echo '</main></body></html>';
	}

	/** Prints what became of a notice. */
	private static function render_notice( $row, Words $words ) {
		$decision = json_decode( (string) $row->decision, true );
		if ( $decision ) {
			$outcome = Decision::measure( $decision, $words );
		} elseif ( '' !== $row->settled_as ) {
			$outcome = $words->say( $row->settled_as );
		} else {
			$outcome = $words->say( $row->is_open ? 'noticeStatus' : 'noticeExpired' );
		}
		printf( '<p class="outcome">%s</p><p>%s</p><dl>', esc_html( $outcome ), esc_html( $words->say( 'noticeReference', Notice::reference( $row ) ) ) );
		$lines = array( $words->say( 'noticeReceived' ) => $words->formats()->time( Notice::received_at( $row ) ) );
		foreach ( $lines + ( $decision ? Decision::reasons( $decision, $words ) : array() ) as $label => $text ) {
			printf( '<dt>%s</dt><dd dir="auto">%s</dd>', esc_html( $label ), esc_html( $text ) );
		}
		echo '</dl>';
		if ( isset( $decision['redress']['href'] ) ) {
			printf( '<p><a href="%s" rel="nofollow noopener">%s</a></p>', esc_url( $decision['redress']['href'], Markup::SCHEMES ), esc_html( $words->say( 'contest' ) ) );
		}
	}
}
