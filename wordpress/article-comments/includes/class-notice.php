<?php
/**
 * A notice of illegal content.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** What a notice holds besides its reason (EU Digital Services Act, Article 16), and what its sender gets back. */
final class Notice {

	/** The argument of the route. Lengths are those of the adapter contract. */
	const SCHEMA = array(
		'type'              => 'object',
		'validate_callback' => 'rest_validate_request_arg',
		'properties'        => array(
			'explanation' => array(
				'type'      => 'string',
				'maxLength' => 5000,
			),
			'law'         => array(
				'type'      => 'string',
				'maxLength' => 500,
			),
			'urls'        => array(
				'type'     => 'array',
				'maxItems' => 50,
				'items'    => array(
					'type'      => 'string',
					'maxLength' => 2000,
				),
			),
			'name'        => array(
				'type'      => 'string',
				'maxLength' => 500,
			),
			'email'       => array(
				'type'      => 'string',
				'maxLength' => 254,
			),
			'goodFaith'   => array( 'type' => 'boolean' ),
		),
	);

	/** The texts of a notice as they are stored. `$sent`: the argument of the route. */
	public static function read( array $sent ) {
		$notice = array( 'urls' => array_map( array( Report_Route::class, 'plain_text' ), array_values( $sent['urls'] ?? array() ) ) );
		foreach ( array( 'explanation', 'law', 'name', 'email' ) as $name ) {
			$notice[ $name ] = Report_Route::plain_text( $sent[ $name ] ?? '' );
		}
		return $notice;
	}

	/** What is wrong with a report and its notice, for its sender; an empty string if nothing is. */
	public static function problem( array $reason, $sent ) {
		$takes_notice = Report_Reasons::takes_notice( $reason['id'] );
		if ( $takes_notice !== (bool) $sent ) {
			return $takes_notice
				? __( 'This reason needs a notice of illegal content.', 'article-comments' )
				: __( 'This reason takes no notice of illegal content.', 'article-comments' );
		}
		if ( ! $takes_notice ) {
			return '';
		}
		$notice       = self::read( $sent );
		$is_anonymous = ! empty( $reason['anonymous'] );
		if ( '' === $notice['explanation'] ) {
			return __( 'Please explain why the content is illegal.', 'article-comments' );
		}
		if ( ! $is_anonymous && '' === $notice['name'] ) {
			return __( 'Please enter your name.', 'article-comments' );
		}
		if ( '' === $notice['email'] ? ! $is_anonymous : ! is_email( $notice['email'] ) ) {
			return __( 'Please enter a valid email address.', 'article-comments' );
		}
		if ( ! $notice['urls'] || preg_grep( '#^https?://[^\s/]+\S*$#i', $notice['urls'], PREG_GREP_INVERT ) ) {
			return __( 'Please enter whole web addresses, with https:// before them.', 'article-comments' );
		}
		return true === ( $sent['goodFaith'] ?? false )
			? ''
			: __( 'Please confirm that what you say is accurate and complete, as far as you know.', 'article-comments' );
	}

	/** The columns of a new notice: an unguessable token, the email address and the texts. */
	public static function columns( array $sent ) {
		$notice = self::read( $sent );
		$email  = $notice['email'];
		unset( $notice['email'] );
		return array( rtrim( strtr( base64_encode( random_bytes( 32 ) ), '+/', '-_' ), '=' ), $email, wp_json_encode( $notice ) );
	}

	/** The texts of a stored notice; empty ones if they are erased. */
	public static function of( $row ) {
		return (array) json_decode( (string) $row->notice, true ) + array(
			'explanation' => '',
			'law'         => '',
			'name'        => '',
			'urls'        => array(),
		);
	}

	/** The number that the sender and the editors know it by. */
	public static function reference( $row ) {
		return "$row->comment_id-$row->report_id";
	}

	/** When it arrived, in seconds since 1970. */
	public static function received_at( $row ) {
		return strtotime( "$row->reported_at +0000" );
	}

	/** The confirmation of its receipt, in the terms of the adapter contract. */
	public static function receipt( $row ) {
		return array(
			'receivedAt' => Discussion::utc( self::received_at( $row ) ),
			'statusUrl'  => Notice_Page::url( $row ),
			'redress'    => Settings::redress(),
		);
	}
}
