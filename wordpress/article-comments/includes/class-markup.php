<?php
/**
 * HTML as data.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/**
 * Builds the section's HTML and writes it out. A node is a text, which is a string, or an element, which is an array. Everything is
 * escaped in one place, when it is written.
 */
final class Markup {

	/** Elements without an end tag. */
	const VOID = array( 'br', 'hr', 'img' );

	/** Schemes of links. */
	const SCHEMES = array( 'http', 'https', 'mailto' );

	/** An element. Attributes without a value are left out. */
	public static function element( $tag, array $attributes = array(), array $children = array() ) {
		return array(
			'tag'        => $tag,
			'attributes' => array_diff( $attributes, array( null, '' ) ),
			'children'   => $children,
		);
	}

	/**
	 * The place of a control that works only with the script: as large as its words, which the style sheet takes from the attribute.
	 * `$short`: its words where there is little space.
	 */
	public static function place( $words, $classes, $short = '' ) {
		return self::element(
			'span',
			array(
				'class'      => trim( "ac-later $classes" ),
				'data-words' => $words,
				'data-short' => $short,
			)
		);
	}

	/** Writes nodes out as HTML, escaped. */
	public static function html( array $nodes ) {
		$html = '';
		foreach ( $nodes as $node ) {
			$html .= is_string( $node ) ? self::escape( $node ) : self::element_html( $node );
		}
		return $html;
	}

	/** The text of nodes and of all that is in them. */
	public static function text_of( array $nodes ) {
		$text = '';
		foreach ( $nodes as $node ) {
			$text .= is_string( $node ) ? $node : self::text_of( $node['children'] );
		}
		return $text;
	}

	/** An element as HTML. */
	private static function element_html( $element ) {
		$html = '<' . tag_escape( $element['tag'] );
		if ( 'img' === $element['tag'] ) {
			// Beside the name of the person that it shows.
			$html .= ' alt=""';
		}
		foreach ( $element['attributes'] as $name => $value ) {
			$html .= " $name=\"" . ( in_array( $name, array( 'href', 'src' ), true ) ? esc_url( $value, self::SCHEMES ) : self::escape( $value ) ) . '"';
		}
		$html .= '>';
		return in_array( $element['tag'], self::VOID, true )
			? $html
			: $html . self::html( $element['children'] ) . '</' . tag_escape( $element['tag'] ) . '>';
	}

	/** A text as HTML. The other functions of WordPress take it for HTML already: a reader's "&lt;" would be shown as "<". */
	private static function escape( $text ) {
		return esc_textarea( $text );
	}
}
