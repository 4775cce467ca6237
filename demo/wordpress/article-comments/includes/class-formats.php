<?php
/**
 * Numbers and times as the section writes them.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Writes numbers and times as browsers do, so that the script does not change them. PHP's own extension for that may be missing. */
final class Formats {

	/** How the language does it: an entry of languages/formats.php. */
	private $format;

	/** The formats for a language tag, or for its language without the region. */
	public function __construct( $tag ) {
		$formats      = require dirname( PLUGIN_FILE ) . '/languages/formats.php';
		$tag          = strtolower( $tag );
		$this->format = $formats[ $tag ] ?? $formats[ explode( '-', $tag )[0] ];
	}

	/** A whole number, for example "1,234". */
	public function number( $number ) {
		return number_format( $number, 0, '', $this->format['thousands'] );
	}

	/** A date and time in the time zone of the site, for example "Jun 7, 2013, 6:54 AM EDT". `$time`: Unix time. */
	public function time( $time ) {
		$date   = ( new \DateTimeImmutable( "@$time" ) )->setTimezone( wp_timezone() );
		$values = array(
			'{year}'         => $date->format( 'Y' ),
			'{month}'        => $this->format['months'][ $date->format( 'n' ) - 1 ],
			'{day}'          => $date->format( $this->format['day'] ),
			'{hour}'         => $date->format( $this->format['hour'] ),
			'{minute}'       => $date->format( 'i' ),
			'{dayPeriod}'    => $this->format['periods'][ $date->format( 'G' ) < 12 ? 0 : 1 ] ?? '',
			'{timeZoneName}' => $this->zone( $date ),
		);
		return strtr( $this->format['pattern'], $values );
	}

	/** The site's time zone by its IANA name, or by its distance from UTC where WordPress knows no more. */
	public static function time_zone() {
		$zone = wp_timezone_string();
		if ( '+00:00' === $zone ) {
			return 'UTC';
		}
		// Browsers before 2024 know no distances. In these names, "-" is east.
		return preg_match( '/^([+-])0?(\d+):00$/', $zone, $found )
			? 'Etc/GMT' . ( '+' === $found[1] ? '-' : '+' ) . $found[2]
			: $zone;
	}

	/** The name of the time zone at a time: "UTC", "EDT", or "GMT+5:30" where the language has no name for it. */
	private function zone( $date ) {
		if ( 'UTC' === self::time_zone() ) {
			return 'UTC';
		}
		$name = $this->format['zones'][ $date->format( 'TO' ) ] ?? null;
		if ( null !== $name ) {
			return $name;
		}
		$minutes  = intdiv( abs( $date->getOffset() ), MINUTE_IN_SECONDS );
		$distance = intdiv( $minutes, 60 ) . ( $minutes % 60 ? sprintf( ':%02d', $minutes % 60 ) : '' );
		return sprintf( $this->format[ $date->getOffset() < 0 ? 'west' : 'east' ], $distance );
	}
}
