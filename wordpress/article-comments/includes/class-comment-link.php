<?php
/**
 * Links in comments.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The rules for links that readers have written; the script has the same. */
final class Comment_Link {

	/** The host names in a normalised label, each with the path after it: as `hostNames` in `src/content/link.ts`. */
	const HOST_NAMES = '~((?<=//)[^\s/?#]*[\p{L}\p{N}\]]|(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,63}|(?:\d{1,3}\.){3}\d+|^(?:\d{8,10}|0x[\da-f]{7,8})(?![^:/?#])|[\x{2044}\x{2215}\x{2571}\x{27CB}\x{29F8}][^\s\d])(?:[:/?#]\S*)?~u';

	/** Marks and invisible characters, and the Hangul fillers, which are invisible letters. */
	const OVERLOOKED = '/[\p{C}\p{M}\x{115F}\x{1160}\x{3164}\x{FFA0}]/u';

	/** What reads as a dot in an address: one between spaces, and ideographic full stops unless a sentence follows. */
	const DOTS = '/(?<!\s)\s+[.\x{3002}]\s+|(?<!\p{Lo})\x{3002}|\x{3002}(?!\p{Lo})/u';

	/** Spaces at both ends. Each run of spaces is tried once. */
	const OUTER_SPACES = '/^\s+|(?<!\s)\s+$/u';

	/** Letters that look like others, which only PHP's extension for them can tell. */
	const DISGUISES = '/[\x{2024}\x{2070}-\x{214F}\x{2460}-\x{24FF}\x{FE52}\x{FF00}-\x{FFEF}\x{1D400}-\x{1D7FF}]/u';

	/**
	 * The address of a link, or null if it is not safe to follow. Only whole addresses pass, and only those that lead where they seem
	 * to: without credentials, and without anything that browsers would repair.
	 */
	public static function safe_url( $url ) {
		// esc_url() would drop these, and lead elsewhere.
		$url = str_replace( array( '"', '<', '>', '`' ), array( '%22', '%3C', '%3E', '%60' ), (string) $url );
		if ( ! preg_match( '~^(?:https?://[^/\\\\]|mailto:)\P{Cc}+$~iu', $url ) || '' === esc_url( $url, Markup::SCHEMES ) ) {
			return null;
		}
		$parts = wp_parse_url( $url );
		if ( ! is_array( $parts ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
			return null;
		}
		return self::is_mail( $url ) || self::host( $url ) ? $url : null;
	}

	/** The nodes of a link with a label of the writer's, or the label alone where the address is not safe. */
	public static function nodes( $url, array $label ) {
		$url = self::safe_url( $url );
		if ( null === $url ) {
			return $label;
		}
		$shown      = '' === trim( Markup::text_of( $label ) ) ? array( $url ) : $label;
		$target     = self::hidden_target( Markup::text_of( $shown ), $url );
		$attributes = array(
			'href' => $url,
			'rel'  => 'ugc nofollow noopener',
			'dir'  => 'auto',
		);
		return array( Markup::element( 'a', $attributes, '' === $target ? $shown : array_merge( $shown, array( $target ) ) ) );
	}

	/** The real target in brackets, to follow a label that names another host. Empty if it names none. `$url` is safe. */
	public static function hidden_target( $label, $url ) {
		$port   = (string) wp_parse_url( $url, PHP_URL_PORT );
		$target = self::is_mail( $url ) ? (string) wp_parse_url( $url, PHP_URL_PATH ) : self::host( $url ) . ( $port ? ":$port" : '' );
		return self::names_other_host( $label, $target ) ? " (\u{2066}$target\u{2069})" : '';
	}

	/** Whether a text names another host than that of a link. */
	private static function names_other_host( $label, $target ) {
		if ( class_exists( 'Normalizer' ) ) {
			$label = (string) \Normalizer::normalize( $label, \Normalizer::FORM_KC );
		} elseif ( preg_match( self::DISGUISES, $label ) ) {
			return true;
		}
		$visible = preg_replace(
			array( self::OVERLOOKED, self::DOTS, self::OUTER_SPACES ),
			array( '', '.', '' ),
			$label
		);
		// What PCRE cannot search, such as text in another encoding, may name any host.
		if ( null === $visible || false === preg_match_all( self::HOST_NAMES, self::lower( $visible ), $found ) ) {
			return true;
		}
		// Of a mail address, only the host counts. A label may have `www.` where the target has none.
		$accepted = '.www.' . str_replace( '@', '.', $target );
		foreach ( $found[1] as $host ) {
			if ( substr( $accepted, -strlen( ".$host" ) ) !== ".$host" ) {
				return true;
			}
		}
		return false;
	}

	/** The host of an address as browsers ask for it, in lower case and in ASCII. Null if there is none. */
	private static function host( $url ) {
		$host = self::lower( (string) wp_parse_url( $url, PHP_URL_HOST ) );
		if ( ! preg_match( '/^(?:[\p{L}\p{M}\p{N}._-]+|\[[\da-f:.]+\])$/u', $host ) ) {
			return null;
		}
		$encoder = class_exists( 'WpOrg\Requests\IdnaEncoder' ) ? 'WpOrg\Requests\IdnaEncoder' : 'Requests_IDNAEncoder';
		try {
			return $encoder::encode( $host );
		} catch ( \Exception $refusal ) {
			// A label that is too long: no such host can exist.
			return null;
		}
	}

	/** Whether it is an address for mail. */
	private static function is_mail( $url ) {
		return 0 === stripos( $url, 'mailto:' );
	}

	/** A text in lower case. WordPress runs without the extension for letters beyond ASCII. */
	private static function lower( $text ) {
		return function_exists( 'mb_strtolower' ) ? mb_strtolower( $text, 'UTF-8' ) : strtolower( $text );
	}
}
