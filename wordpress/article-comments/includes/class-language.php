<?php
/**
 * The language of the section.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Finds the words and formats for a language tag, by the rules of the script. */
final class Language {

	/** A language, with its script and region, and variants. What follows is none of BCP 47, such as `ao90` in `pt-PT-ao90`. */
	const TAG = '/^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?![^-])/i';

	/** The BCP 47 tag of the site's language: as WordPress has it, without what browsers would refuse. */
	public static function tag_of_site() {
		return preg_match( self::TAG, get_bloginfo( 'language' ), $found ) ? $found[0] : 'en';
	}

	/** The words and formats for a tag; English where there are none. */
	public static function load( $tag ) {
		preg_match( self::TAG, strtolower( $tag ), $found );
		list( , $base, $script, $region ) = $found + array( '', '', '', '' );

		$names    = require dirname( PLUGIN_FILE ) . '/languages/tags.php';
		$name     = $names[ "$base-$script" ] ?? $names[ "$base-$region" ] ?? $names[ '' === $region ? $base : "$base-*" ] ?? $names[ $base ] ?? 'en';
		$language = require dirname( PLUGIN_FILE ) . "/languages/$name.php";

		// A country has its own formats, unless the words are in another language.
		$regions = explode( '-', $name )[0] === $base ? $language['regions'] : array();
		$own     = $regions[ $region ] ?? array();
		if ( is_string( $own ) ) {
			$own = $regions[ $own ];
		}
		return array(
			'words'   => $language['words'],
			'formats' => $own + $language['formats'],
		);
	}
}
