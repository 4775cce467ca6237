<?php
/**
 * Years, months and days.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** The calendars of the section's languages. */
final class Calendar {

	/** 1 Farvardin 1, in days before 1 January 1970. */
	const PERSIAN_EPOCH = 492268;

	/** How many years the Buddhist calendar is ahead. */
	const BUDDHIST_YEARS = 543;

	/** The year, the month and the day of a date. `$calendar`: as in the formats of a language. */
	public static function day_of( $calendar, \DateTimeInterface $date ) {
		$year = (int) $date->format( 'Y' );
		if ( 'persian' === $calendar ) {
			return self::persian( $date );
		}
		return array(
			'buddhist' === $calendar ? $year + self::BUDDHIST_YEARS : $year,
			(int) $date->format( 'n' ),
			(int) $date->format( 'j' ),
		);
	}

	/** Of 33 years, 8 are leap years. Browsers count the same days until March 2124. */
	private static function persian( $date ) {
		$days = self::PERSIAN_EPOCH + (int) floor( ( $date->getTimestamp() + $date->getOffset() ) / DAY_IN_SECONDS );
		$year = 1 + intdiv( 33 * $days + 3, 12053 );
		$day  = $days - 365 * ( $year - 1 ) - intdiv( 8 * $year + 21, 33 );
		// Six months of 31 days, then of 30.
		$month = $day < 186 ? intdiv( $day, 31 ) : intdiv( $day - 6, 30 );
		return array( $year, $month + 1, $day - 30 * $month - min( $month, 6 ) + 1 );
	}
}
