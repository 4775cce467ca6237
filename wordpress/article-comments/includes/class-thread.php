<?php
/**
 * The order of a discussion.
 *
 * @package ArticleComments
 */

namespace Article_Comments;

defined( 'ABSPATH' ) || exit;

/** Turns a list of comments into a thread: each reply below its parent. */
final class Thread {

	/**
	 * Places every comment once, in list order. A comment whose parent is not in the list moves to the top level. Returns entries with
	 * `comment`, `depth`, `parent` (null if it is not in the list) and `has_replies`; and after the last reply to a comment that has
	 * more, one with `more_below` and `depth`.
	 */
	public static function of( $comments ) {
		$by_id    = array_column( $comments, null, 'id' );
		$children = array();
		foreach ( $by_id as $id => $comment ) {
			$parent_id = $comment['parentId'];

			$children[ null !== $parent_id && isset( $by_id[ $parent_id ] ) ? $parent_id : '' ][] = $id;
		}
		$entries = array();
		$seen    = array();
		// Comments that reply to each other in a circle come last, and each circle once.
		foreach ( array_merge( $children[''] ?? array(), array_keys( $by_id ) ) as $root ) {
			if ( ! isset( $seen[ $root ] ) ) {
				$entries = array_merge( $entries, self::branch( $root, $by_id, $children, $seen ) );
			}
		}
		return $entries;
	}

	/** A top-level comment and all that is below it. A stack instead of recursion: ten thousand nested replies are not too many. */
	private static function branch( $root, $by_id, $children, &$seen ) {
		$entries = array();
		$stack   = array( array( $root, 0, null ) );
		while ( $stack ) {
			list( $id, $depth, $parent ) = array_pop( $stack );
			if ( null === $id ) {
				$entries[] = array(
					'more_below' => $parent,
					'depth'      => $depth,
				);
				continue;
			}
			if ( isset( $seen[ $id ] ) ) {
				continue;
			}
			$seen[ $id ] = true;
			$comment     = $by_id[ $id ];
			$replies     = $children[ $id ] ?? array();
			$entries[]   = array(
				'comment'     => $comment,
				'depth'       => $depth,
				'parent'      => $parent,
				'has_replies' => (bool) $replies,
			);
			if ( isset( $comment['replies']['next'] ) ) {
				$stack[] = array( null, $depth + 1, $comment );
			}
			foreach ( array_reverse( $replies ) as $reply ) {
				$stack[] = array( $reply, $depth + 1, $comment );
			}
		}
		return $entries;
	}
}
