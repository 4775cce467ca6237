<?php
/**
 * Paragraphs.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Groups nodes into paragraphs. */
final class Paragraphs {

	/** Elements that stand apart, and that a paragraph cannot hold. */
	const BLOCKS = array( 'p', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr' );

	/** Blocks stay as they are, and each run of other nodes between them becomes a paragraph, unless it has no text. */
	public static function of( array $nodes ) {
		$paragraphs = array();
		$line       = array();
		foreach ( $nodes as $node ) {
			if ( ! self::has_block( $node ) ) {
				$line[] = $node;
				continue;
			}
			array_push( $paragraphs, ...self::from_line( $line ) );
			$paragraphs[] = $node;
			$line         = array();
		}
		array_push( $paragraphs, ...self::from_line( $line ) );
		return $paragraphs;
	}

	/** A paragraph, or none for a line without text. */
	private static function from_line( $line ) {
		return 0 === preg_match( '/\S/u', Markup::text_of( $line ) ) ? array() : array( Markup::element( 'p', array(), $line ) );
	}

	/** Whether a node is a block, or has one in it. */
	private static function has_block( $node ) {
		if ( is_string( $node ) ) {
			return false;
		}
		return in_array( $node['tag'], self::BLOCKS, true ) || array_filter( $node['children'], array( __CLASS__, 'has_block' ) );
	}
}
