<?php
/**
 * Who reports.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * The visitor as a reporter: an account, or the browser of a guest, which a signed random cookie recognises. An address does not
 * identify anybody, since many people share one; it only sets the pace.
 */
final class Reporter {

	/** Cookie of guests who have reported a comment. */
	const COOKIE = 'article_comments_reporter';

	/** Id of the account; 0 for a guest.
	 *
	 * @var int
	 */
	public $user_id;

	/** Pseudonym: a hash of the account or of the cookie's token.
	 *
	 * @var string
	 */
	public $pseudonym;

	/** Hash of the address or, for IPv6, of its network. Empty for accounts.
	 *
	 * @var string
	 */
	public $address_hash;

	/** Random token of a guest's browser; empty for accounts.
	 *
	 * @var string
	 */
	private $token;

	/** The visitor of this request. A guest without a valid cookie gets a new token, which `remember` sends. */
	public static function current() {
		$reporter               = new self();
		$reporter->user_id      = get_current_user_id();
		$reporter->token        = $reporter->user_id ? '' : self::token_from_cookie();
		$reporter->pseudonym    = $reporter->user_id ? self::pseudonym_of_account( $reporter->user_id ) : self::hash( "browser $reporter->token" );
		$reporter->address_hash = $reporter->user_id ? '' : self::hash( 'address ' . self::network() );
		return $reporter;
	}

	/** The pseudonym of an account. */
	public static function pseudonym_of_account( $user_id ) {
		return self::hash( "account $user_id" );
	}

	/** Sends a guest the cookie by which the browser is recognised. */
	public function remember() {
		if ( '' === $this->token || headers_sent() ) {
			return;
		}
		setcookie(
			self::COOKIE,
			$this->token . '.' . self::hash( "cookie $this->token" ),
			array(
				'expires'  => time() + Settings::report_seconds(),
				'path'     => COOKIEPATH ? COOKIEPATH : '/',
				'domain'   => (string) COOKIE_DOMAIN,
				'secure'   => is_ssl(),
				'httponly' => true,
				'samesite' => 'Lax',
			)
		);
	}

	/** The token of a cookie that this site has signed, or a new one. */
	private static function token_from_cookie() {
		$cookie = sanitize_text_field( wp_unslash( $_COOKIE[ self::COOKIE ] ?? '' ) );
		$parts  = explode( '.', $cookie );
		if ( 2 === count( $parts ) && '' !== $parts[0] && hash_equals( self::hash( "cookie $parts[0]" ), $parts[1] ) ) {
			return $parts[0];
		}
		return wp_generate_password( 32, false );
	}

	/** The network of the visitor: the IPv4 address, or the /64 network that an IPv6 user has. */
	private static function network() {
		$address = sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ?? '' ) );
		/**
		 * Filters the address of the visitor. Behind a proxy that hides addresses, return the visitor's; otherwise all guests share
		 * one pace.
		 *
		 * @param string $address Address of the connection.
		 */
		$address = (string) apply_filters( 'article_comments_address', $address );
		$bytes   = filter_var( $address, FILTER_VALIDATE_IP ) ? inet_pton( $address ) : '';
		return is_string( $bytes ) && 16 === strlen( $bytes ) ? bin2hex( substr( $bytes, 0, 8 ) ) : $address;
	}

	/** A hash with the salt of the site, without which addresses could be found by trying all. */
	private static function hash( $text ) {
		return hash_hmac( 'sha256', "article-comments $text", wp_salt( 'nonce' ) );
	}
}
