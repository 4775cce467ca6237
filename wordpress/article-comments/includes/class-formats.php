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

	/** How the language does it: `formats` of a file in languages. */
	private $format;

	/** The formats of a language. */
	public function __construct( array $format ) {
		$this->format = $format;
	}

	/** A whole number, for example "1,234". */
	public function number( $number ) {
		$text = (string) $number;
		if ( strlen( $text ) >= $this->format['least'] ) {
			$groups = preg_split( "/(?=(?:.{{$this->format['group']}})+$)/", substr( $text, 0, -3 ), -1, PREG_SPLIT_NO_EMPTY );
			$text   = implode( $this->format['separator'], $groups ) . $this->format['separator'] . substr( $text, -3 );
		}
		return $this->in_digits( $text );
	}

	/** A date and time in the time zone of the site, for example "Jun 7, 2013, 6:54 AM EDT". `$time`: Unix time. */
	public function time( $time ) {
		$date = ( new \DateTimeImmutable( "@$time" ) )->setTimezone( wp_timezone() );

		list( $year, $month, $day ) = Calendar::day_of( $this->format['calendar'], $date );

		$values = array(
			'{year}'         => $this->in_digits( $year ),
			'{month}'        => $this->format['months'][ $month - 1 ],
			'{day}'          => $this->in_digits( 'd' === $this->format['day'] ? sprintf( '%02d', $day ) : $day ),
			'{hour}'         => $this->in_digits( $date->format( $this->format['hour'] ) ),
			'{minute}'       => $this->in_digits( $date->format( 'i' ) ),
			'{dayPeriod}'    => $this->period( (int) $date->format( 'G' ) ),
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

	/** The name of the part of the day in which an hour is, such as "AM". */
	private function period( $hour ) {
		$name = '';
		foreach ( $this->format['periods'] as $first => $period ) {
			$name = $hour < $first ? $name : $period;
		}
		return $name;
	}

	/** The name of the time zone at a time: "UTC", "EDT", or "GMT+5:30" where the language has no name for it. */
	private function zone( $date ) {
		if ( 'UTC' === self::time_zone() ) {
			return 'UTC';
		}
		$offset = $date->format( 'O' );
		$names  = $this->format['zones'];
		return $names[ wp_timezone_string() . $offset ] ?? $names[ $date->format( 'T' ) . $offset ] ?? $this->distance( $offset );
	}

	/** The distance from Greenwich, such as "GMT+5:30". `$offset`: "+0530". */
	private function distance( $offset ) {
		$direction = '-' === $offset[0] ? 'west' : 'east';
		$hours     = $this->in_digits( (int) substr( $offset, 1, 2 ) );
		$minutes   = substr( $offset, 3, 2 );
		return '00' === $minutes
			? sprintf( $this->format[ $direction ], $hours )
			: sprintf( $this->format[ $direction . 'Minutes' ], $hours, $this->in_digits( $minutes ) );
	}

	/** A number in the digits of the language. */
	private function in_digits( $number ) {
		return $this->format['digits'] ? strtr( $number, $this->format['digits'] ) : (string) $number;
	}
}
