<?php
/**
 * The blocks of a long list.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Groups the rows of a long list, of which browsers lay out only the blocks near the reader. */
final class Row_Blocks {

	/** A list with more rows is long. */
	const LONG_LIST = 128;

	/** Rows in a block. */
	const SIZE = 16;

	/** The list of these rows. */
	public static function in_list( array $rows ) {
		$is_long = count( $rows ) > self::LONG_LIST;
		$list    = array(
			'part'  => 'list',
			'class' => $is_long ? 'ac-list ac-long' : 'ac-list',
			'role'  => 'list',
		);
		return Markup::element( 'ul', $list, $is_long ? array_map( array( __CLASS__, 'block' ), array_chunk( $rows, self::SIZE ) ) : $rows );
	}

	/** One block. It has no role, so its rows need theirs. */
	private static function block( array $rows ) {
		foreach ( $rows as &$row ) {
			$row['attributes']['role'] = 'listitem';
		}
		return Markup::element( 'div', array( 'class' => 'ac-block' ), $rows );
	}
}
